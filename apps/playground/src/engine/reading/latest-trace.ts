import type { SymbolTrace } from '@runnel/decipher'
import type { RankedKey } from '../key.ts'
import { bitsOf } from './column-of.ts'
import { RECENT_LETTERS } from './constants.ts'
import { rankedKeys } from './ranked-keys.ts'
import { type CipherOf, readWith } from './read-with.ts'

/** Takes the traces of a session as they come, and keeps of them what a frame tells. */
export class LatestTrace {
  #latest: SymbolTrace | undefined
  /** Bits of the latest letters, written over in a circle. */
  readonly #bits = new Float64Array(RECENT_LETTERS)
  readonly #cipherOf: CipherOf
  #letters = 0
  /** Symbols at which the best key became another one, or began elsewhere, and where it began to hold; the latest last. */
  #turns: { at: number; since: number; named: unknown }[] = []

  constructor(cipherOf: CipherOf) {
    this.#cipherOf = cipherOf
  }

  take(trace: SymbolTrace): void {
    this.#latest = trace
    if (trace.likely < 1) this.#bits[this.#letters++ % RECENT_LETTERS] = bitsOf(trace.likely)
    const best = trace.best()
    const turn = this.#turns.at(-1)
    if (!best || (turn?.named === best.named && turn.since === best.since)) return
    this.#turns.push({ at: trace.start, ...best })
  }

  /** Where the key begins to hold that was found best at a symbol, as far as it is known. */
  beginningOf(start: number): number {
    return this.#turns.findLast(({ at }) => at <= start)?.since ?? start
  }

  /** Forgets all turns but the latest. */
  forgetTurns(): void {
    this.#turns = this.#turns.slice(-1)
  }

  /** Bits of the latest letters, the mean. */
  get recent(): { bits: number; letters: number } | undefined {
    const letters = Math.min(this.#letters, RECENT_LETTERS)
    if (letters === 0) return undefined
    let bits = 0
    for (let i = 0; i < letters; i++) bits += this.#bits[i]
    return { bits: bits / letters, letters }
  }

  get fit(): ReturnType<SymbolTrace['fit']> {
    return this.#latest?.fit()
  }

  get unknown(): number {
    return this.#latest?.unknown ?? 0
  }

  /** Readings of a symbol by the keys that are alive, likeliest first. */
  alternatives(letter: string): { text: string; probability: number }[] {
    const shares = new Map<string, number>()
    for (const { named, weight } of this.#latest?.keys() ?? []) {
      const text = readWith(named, letter, this.#cipherOf)
      shares.set(text, (shares.get(text) ?? 0) + weight)
    }
    return [...shares]
      .map(([text, probability]) => ({ text, probability }))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, 5)
  }

  /** The most probable keys, and the text as each reads it at its beginning and at its end. */
  candidates(most: number, text: string): RankedKey[] {
    const latest = this.#latest
    if (!latest || most === 0) return []
    return rankedKeys(latest.keys(), { unknown: latest.unknown, most, text, cipherOf: this.#cipherOf })
  }
}
