import type { Alphabet, Tokenizer } from '@runnel/core'
import type { NamedKey } from '../keys/key-family.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { Belief } from './belief.ts'
import { AFTER_DIGIT, MOST_ODDS, NEGLIGIBLE, TOLD_ODDS, UNKNOWN_ODDS } from './constants.ts'
import { LedBelief } from './led-belief.ts'
import { UnknownText } from './unknown-text.ts'

/** The key of text that no key explains. */
const unknown: NamedKey = Object.freeze({ cipher: 'unknown', key: Object.freeze({}) })

/** The letters of a language, and their frequency where words begin. */
export interface Letters {
  readonly alphabet: Alphabet
  readonly tokenizer: Tokenizer
  /** Of each token, `[vocabulary]`; those of letters sum to 1. */
  readonly frequencies: Float64Array
}

/**
 * A belief about keys, weighed against the possibility that none of them explains the text. Once that is next to certain
 * it is told, and the text is read as it stands; never in the opening, where a rare word may be all there is. Until
 * then the best key is told, with the little that is left of its probability.
 */
export class OpenWorld extends LedBelief<Belief> {
  protected readonly lead: Belief
  readonly #letters: Letters
  readonly #text: UnknownText
  /** Odds that no key explains the text. */
  #odds = UNKNOWN_ODDS
  /** Whether the symbol before was a digit. */
  #afterDigit = false

  constructor(letters: Letters, keys: Belief, saved?: SectionReader) {
    super()
    this.lead = keys
    this.#letters = letters
    const reader = saved?.section('open-world')
    if (reader) {
      this.#odds = reader.float64()
      this.#afterDigit = reader.uint16() === 1
      reader.demand(this.#odds >= 1 / MOST_ODDS && this.#odds <= MOST_ODDS)
    }
    this.#text = new UnknownText(letters.frequencies, letters.alphabet.size, reader)
  }

  override read(symbol: CipherSymbol): number {
    const probability = this.lead.read(symbol)
    const before = this.#odds
    const afterDigit = this.#afterDigit
    this.#afterDigit = symbol.unit >= 0x30 && symbol.unit <= 0x39
    if (!this.#isLetter(symbol)) return probability
    const unexplained = this.#text.read(this.#letters.tokenizer.idOf(symbol.unit))
    const factor = Math.min(unexplained / probability, afterDigit ? AFTER_DIGIT : Number.POSITIVE_INFINITY)
    this.#odds = Math.min(MOST_ODDS, Math.max(1 / MOST_ODDS, before * factor))
    return (probability + before * unexplained) / (1 + before)
  }

  override get key(): NamedKey {
    return this.#isUnknown ? unknown : this.lead.key
  }

  override get probability(): number {
    return this.#isUnknown ? 1 - this.#explained : this.lead.probability * this.#explained
  }

  /** Text that no key explains may turn out to have one yet. */
  override get doubt(): number {
    return this.#isUnknown ? Number.POSITIVE_INFINITY : this.lead.doubt
  }

  override get isCertain(): boolean {
    return this.lead.isCertain && this.#odds <= NEGLIGIBLE
  }

  override reading(symbol: CipherSymbol): number {
    return this.#isUnknown ? symbol.unit : this.lead.reading(symbol)
  }

  override probabilityOf(unit: number, symbol: CipherSymbol): number {
    const explained = this.#explained
    const asItStands = unit === symbol.unit ? 1 - explained : 0
    return explained * this.lead.probabilityOf(unit, symbol) + asItStands
  }

  override save(sections: SectionWriter): void {
    const writer = sections.section('open-world')
    writer.float64(this.#odds)
    writer.uint16(this.#afterDigit ? 1 : 0)
    this.#text.save(writer)
    this.lead.save(sections)
  }

  /** Probability that a key explains the text. */
  get #explained(): number {
    return 1 / (1 + this.#odds)
  }

  get #isUnknown(): boolean {
    return this.#odds > TOLD_ODDS && !this.lead.isOpening
  }

  /** Whether a symbol is a letter, as it stands or as the likeliest key reads it: others say nothing of keys. */
  #isLetter(symbol: CipherSymbol): boolean {
    const { indexOf } = this.#letters.alphabet
    return symbol.index !== -1 && (indexOf(symbol.unit) !== -1 || indexOf(this.lead.reading(symbol)) !== -1)
  }
}
