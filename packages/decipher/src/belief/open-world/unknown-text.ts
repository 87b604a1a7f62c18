import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { EVEN, MEMORY, PARTS, RETURN, SIGN } from './constants.ts'
import type { Language } from './language.ts'

/**
 * A model of text that no key explains. A letter is as likely as any other, or as it is in the language, whose order may
 * be lost, or as often as it has come of late, each weighed by what it has foretold; a digit or a sign is somewhat rarer than a letter.
 *
 * It soon foretells text of few letters well, such as DNA, and text whose letters have changed places; all other text as
 * badly as chance does. More counts would not do: in time they would foretell a language of their own.
 */
export class UnknownText {
  readonly #language: Language
  readonly #even: number
  readonly #counts: Float64Array
  #total = 0
  /** Parts of all that is expected: even shares, those of the language, those of late. They sum to 1. */
  readonly #parts: Float64Array

  constructor(language: Language, saved?: ByteReader) {
    const { alphabet, frequencies } = language
    this.#language = language
    this.#even = 1 / alphabet.size
    this.#counts = Float64Array.from(saved ? saved.floats(frequencies.length) : frequencies.map(() => 0))
    saved?.demand(this.#counts.every((count) => count >= 0 && count <= MEMORY))
    this.#total = sum(this.#counts)
    this.#parts = Float64Array.from(PARTS, (part) => saved?.float64() ?? part)
    saved?.demand(this.#parts.every((part) => part > 0 && part <= 1))
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
    return this.#weigh([even, frequencies[id], recent])
  }

  save(writer: ByteWriter): void {
    writer.floats(Float32Array.from(this.#counts))
    for (const part of this.#parts) writer.float64(part)
  }

  /** Weighs the parts by what each expected of a symbol. @returns what they expected together */
  #weigh(expected: readonly number[]): number {
    const parts = this.#parts
    const likely = sum(parts.map((part, i) => part * expected[i]))
    for (let i = 0; i < parts.length; i++) {
      const weighed = (parts[i] * expected[i]) / likely
      parts[i] = (1 - RETURN) * weighed + RETURN * PARTS[i]
    }
    return likely
  }

  /** Counts stay whole numbers of 64ths, so that a snapshot holds them to the last bit. */
  #halve(): void {
    for (let id = 0; id < this.#counts.length; id++) {
      this.#counts[id] = Math.floor(this.#counts[id] * 32) / 64
    }
    this.#total = sum(this.#counts)
  }
}

const sum = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number, 0)
