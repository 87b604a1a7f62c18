import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { CHANCE, EVEN, MEMORY, PARTS, RETURN, RULED, SIGN } from './constants.ts'
import type { Language } from './language.ts'
import { RuledText } from './ruled-text.ts'

/**
 * A model of text that no key explains: letters as chance has them, or in uneven shares, whichever has foretold the better. Of
 * the latter a letter is as likely as any other, or as it is in the language, whose order may be lost, or as often as it has
 * come of late. A digit or a sign is somewhat rarer than a letter. It may follow a rule as well (see `RuledText`).
 *
 * It soon foretells text of few letters well, such as DNA, and text whose letters have changed places; all other text as
 * badly as chance does. More counts would not do, nor shares that learn: in time they would foretell a language of their own.
 */
export class UnknownText {
  readonly #language: Language
  readonly #even: number
  readonly #counts: Float64Array
  #total = 0
  /** Probability that letters come as chance has them. */
  #chance: number
  readonly #rules: RuledText
  /** Probability that they follow a rule; 0 once they do not. */
  #ruled: number

  constructor(language: Language, saved?: ByteReader) {
    const { alphabet, frequencies } = language
    this.#language = language
    this.#even = 1 / alphabet.size
    this.#counts = Float64Array.from(saved ? saved.floats(frequencies.length) : frequencies.map(() => 0))
    saved?.demand(this.#counts.every((count) => count >= 0 && count <= MEMORY))
    this.#total = sum(this.#counts)
    this.#chance = saved?.float64() ?? CHANCE
    saved?.demand(this.#chance > 0 && this.#chance < 1)
    this.#rules = new RuledText(alphabet.letters, saved)
    this.#ruled = saved?.float64() ?? RULED.prior
    saved?.demand(this.#ruled >= 0 && this.#ruled <= RULED.most)
  }

  /** Reads a symbol. @returns its probability, next to that of its token */
  read(unit: number): number {
    const { alphabet, tokenizer, frequencies, shareOf } = this.#language
    const even = this.#even
    if (shareOf && alphabet.indexOf(unit) === -1) return (SIGN * even) / shareOf(unit)
    const id = tokenizer.idOf(unit)
    const recent = (this.#counts[id] + EVEN * even) / (this.#total + EVEN)
    this.#counts[id]++
    this.#total++
    if (this.#total > MEMORY) this.#halve()
    const parts = PARTS.even * even + PARTS.language * frequencies[id] + PARTS.recent * recent
    const uneven = parts / (PARTS.even + PARTS.language + PARTS.recent)
    const likely = this.#chance * even + (1 - this.#chance) * uneven
    this.#chance = RETURN * CHANCE + ((1 - RETURN) * this.#chance * even) / likely
    return this.#ruled === 0 ? likely : this.#readByRule(alphabet.indexOf(unit), likely)
  }

  /** Reads a letter that follows a rule, or not, as it is `likely` then. @returns its probability */
  #readByRule(letter: number, likely: number): number {
    if (letter === -1) return likely
    const ruled = this.#ruled * this.#rules.read(letter)
    const all = ruled + (1 - this.#ruled) * likely
    this.#ruled = ruled / all < RULED.least ? 0 : Math.min(RULED.most, ruled / all)
    return all
  }

  save(writer: ByteWriter): void {
    writer.floats(Float32Array.from(this.#counts))
    writer.float64(this.#chance)
    this.#rules.save(writer)
    writer.float64(this.#ruled)
  }

  /** Counts stay whole numbers of 64ths, so that a snapshot holds them to the last bit. */
  #halve(): void {
    for (let id = 0; id < this.#counts.length; id++) {
      this.#counts[id] = Math.floor(this.#counts[id] * 32) / 64
    }
    this.#total = sum(this.#counts)
  }
}

const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0)
