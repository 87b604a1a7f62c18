import { atOnce, type InSteps } from '../../in-steps.ts'
import type { SymbolKeys } from './symbol-keys.ts'

/** The key of a stream, where it is known: nothing is to be weighed. */
export class KnownTable implements SymbolKeys {
  readonly isFound = true
  readonly isFull = true
  readonly explained = 1
  readonly confidence = 1
  readonly #letters: ReadonlyMap<number, number>

  /** @param letters number of the letter of each symbol */
  constructor(letters: ReadonlyMap<number, number>) {
    this.#letters = letters
  }

  symbols(): Iterable<[unit: number, letter: number]> {
    return this.#letters
  }

  letterOf(unit: number): number {
    return this.#letters.get(unit) ?? -1
  }

  confidenceOf(): number {
    return 1
  }

  read(): boolean {
    return false
  }

  look(): InSteps<boolean> {
    return atOnce(() => false)
  }

  save(): void {}
}
