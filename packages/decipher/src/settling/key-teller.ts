import type { Belief } from '../belief/belief.ts'
import type { NamedKey } from '../keys/key-family.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { KeyEvent } from '../session/events.ts'
import type { BestKey } from '../session/inference.ts'
import { LANGUAGE } from './constants.ts'

/** Tells the best key of a stream when it is another, or probable enough for the first time, or its language is known. */
export class KeyTeller {
  /** Probability from which on a key is worth telling again. */
  readonly #enough: number
  #told: NamedKey | undefined
  /** The same as JSON: a key is the same whichever belief it comes from. */
  #toldText = ''
  #toldSure = false
  /** The language told with it; empty where none was. */
  #toldLanguage = ''

  constructor(enough: number, saved?: ByteReader) {
    this.#enough = enough
    if (!saved) return
    const text = saved.text()
    const end = text.lastIndexOf('}') + 1
    this.#toldText = text.slice(0, end)
    this.#toldLanguage = text.slice(end)
    this.#toldSure = saved.uint16() === 1
  }

  /** The event to be told after the symbol at `start` was read, if there is one. */
  tell(belief: Pick<Belief, 'key' | 'probability' | 'language'>, start: number): KeyEvent | undefined {
    const { key } = belief
    const isSure = belief.probability >= this.#enough
    const language = languageOf(belief)
    const isNews = language !== undefined && language !== this.#toldLanguage
    if (this.#isTold(key) && (this.#toldSure || !isSure) && !isNews) return undefined
    this.#told = key
    this.#toldLanguage = language ?? ''
    this.#toldText = JSON.stringify(key)
    this.#toldSure = isSure
    return { type: 'key', start, ...bestKeyOf(belief) } as KeyEvent
  }

  save(writer: ByteWriter): void {
    writer.text(this.#toldText + this.#toldLanguage)
    writer.uint16(this.#toldSure ? 1 : 0)
  }

  #isTold(key: NamedKey): boolean {
    if (this.#told === key) return true
    if (JSON.stringify(key) !== this.#toldText) return false
    this.#told = key
    return true
  }
}

/** The best key and its probability, as events tell them. */
export const bestKeyOf = (belief: Pick<Belief, 'key' | 'probability' | 'language'>): BestKey => {
  const { key, probability, language } = belief
  return {
    cipher: key.cipher,
    key: key.key,
    probability: Math.min(1, probability),
    ...(language &&
      language.probability >= LANGUAGE && {
        language: language.code,
        languageProbability: Math.min(1, language.probability),
      }),
  }
}

/** The language that is likely enough to be told. */
const languageOf = ({ language }: Pick<Belief, 'language'>): string | undefined =>
  language && language.probability >= LANGUAGE ? language.code : undefined
