import type { Alphabet, Cipher } from '@runnel/core'
import { TextTooLongError } from '@runnel/core/ciphers'
import { FIRST_LOOK, MOST_UNITS } from '../belief/transposition/constants.ts'
import type { Verdict, WeighedKey } from '../belief/transposition/weigh-orders.ts'
import { eventKeyOf } from '../keys/event-key.ts'
import { UNKNOWN } from '../keys/unknown.ts'
import type { Fingerprint } from '../saving/fingerprint.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { BestKey, Inference, InferenceStream, PossibleKey } from '../session/inference.ts'
import { KeyTeller } from '../settling/key-teller.ts'
import { readVerdict, saveVerdict } from './saved-verdict.ts'

/** The parts of an inference that needs the whole text. */
export interface EndingOptions {
  readonly fingerprint: Fingerprint
  readonly alphabet: Alphabet
  /** Name of the cipher, or of several. */
  readonly name: string
  /** The ciphers whose keys are weighed, by their kind. */
  readonly ciphers: readonly Cipher<unknown>[]
  /** Probability from which on a key is worth telling again. */
  readonly enough: number
  /**
   * Weighs keys by a text: work that is bounded however long it is.
   *
   * @param isWhole whether the text has ended; else it is read as if it had
   * @returns the belief; nothing where that has to wait for more, or for the end
   */
  weigh(text: string, isWhole: boolean): Verdict | undefined
}

/**
 * An inference that can say nothing for sure before the text has ended. While it arrives, it is read now and then as if
 * it ended there. Text that is settled is a whole text, and what follows it another.
 */
export const createEndingInference = (options: EndingOptions): Inference => ({
  fingerprint: options.fingerprint,
  alphabet: options.alphabet,
  createStream: (saved) => new EndingStream(options, saved),
})

/** The belief about a text of which nothing is known. */
const NOTHING: Verdict = Object.freeze({ keys: [], unknown: 1 })

const PLAIN: Pick<BestKey, 'cipher' | 'key'> = Object.freeze({ cipher: 'plain', key: Object.freeze({}) })

class EndingStream implements InferenceStream {
  readonly #options: EndingOptions
  readonly #teller: KeyTeller
  #start = 0
  /** Text that waits for its end. */
  #text = ''
  /** Units of it when it was last weighed. */
  #looked = 0
  #verdict: Verdict = NOTHING
  /** Whether the latest look had enough to be the last one of the same text. */
  #isWeighed = false
  #weighed = 0

  constructor(options: EndingOptions, saved?: SectionReader) {
    this.#options = options
    this.#teller = new KeyTeller(options.enough, saved?.section('told'))
    const own = saved?.section('ending')
    if (!own) return
    this.#start = own.float64()
    this.#weighed = own.float64()
    this.#looked = own.int32()
    const length = own.int32()
    own.demand(length >= 0 && length <= MOST_UNITS && this.#looked <= length)
    own.demand([this.#start, this.#weighed].every((place) => Number.isSafeInteger(place) && place >= 0))
    const units: string[] = []
    for (let i = 0; i < length; i++) units.push(String.fromCharCode(own.uint16()))
    this.#text = units.join('')
    this.#verdict = readVerdict(own, options.ciphers)
    this.#isWeighed = this.#verdict.keys.length > 0
  }

  get position(): number {
    return this.#start + this.#text.length
  }

  get weighed(): number {
    return this.#weighed
  }

  read(text: string): DecipherEvent[] {
    if (this.#text.length + text.length > MOST_UNITS) {
      throw new TextTooLongError(this.#options.name, MOST_UNITS)
    }
    this.#text += text
    const { length } = this.#text
    if (length < FIRST_LOOK || length < 2 * this.#looked) return []
    const told = this.#look(false)
    return [...told, { type: 'interim', start: this.#start, text: this.#readBest(this.#text) }]
  }

  settle(): DecipherEvent[] {
    if (this.#text === '') return []
    const told = this.#look(true)
    const text = this.#readBest(this.#text)
    const start = this.#start
    this.#start += text.length
    this.#text = ''
    this.#looked = 0
    return [...told, { type: 'final', start, text }]
  }

  bestKey(): BestKey {
    const { keys, unknown } = this.#verdict
    const [best] = keys
    if (best === undefined || best.probability < unknown) return { ...UNKNOWN, probability: unknown }
    return { ...this.#named(best), probability: best.probability }
  }

  possibleKeys(): PossibleKey[] {
    const { keys, unknown } = this.#verdict
    return [
      { ...UNKNOWN, probability: unknown, read: (text) => text },
      ...keys.map((weighed) => ({
        ...this.#named(weighed),
        probability: weighed.probability,
        read: (text: string) => this.#readWith(weighed, text),
      })),
    ]
  }

  save(sections: SectionWriter): void {
    this.#teller.save(sections.section('told'))
    const writer = sections.section('ending')
    writer.float64(this.#start)
    writer.float64(this.#weighed)
    writer.int32(this.#looked)
    writer.int32(this.#text.length)
    for (let i = 0; i < this.#text.length; i++) writer.uint16(this.#text.charCodeAt(i))
    saveVerdict(writer, this.#verdict)
  }

  free(): void {}

  /** Weighs the text so far as if it ended here, and tells the key if there is news of it. */
  #look(isWhole: boolean): DecipherEvent[] {
    // Work is done once for the same text.
    if (this.#looked !== this.#text.length || !this.#isWeighed) {
      const verdict = this.#options.weigh(this.#text, isWhole)
      this.#isWeighed = verdict !== undefined
      this.#verdict = verdict ?? NOTHING
    }
    this.#looked = this.#text.length
    this.#weighed = this.position
    const { probability, ...key } = this.bestKey()
    const told = this.#teller.tell({ key, probability }, this.#start)
    return told ? [told] : []
  }

  #readBest(text: string): string {
    const { keys, unknown } = this.#verdict
    const [best] = keys
    return best && best.probability >= unknown ? this.#readWith(best, text) : text
  }

  #readWith({ kind, key }: WeighedKey, text: string): string {
    return key === undefined ? text : this.#options.ciphers[kind].decrypt(text, key)
  }

  #named({ kind, key }: WeighedKey): Pick<BestKey, 'cipher' | 'key'> {
    return key === undefined ? PLAIN : { cipher: this.#options.ciphers[kind].name, key: eventKeyOf(key) }
  }
}
