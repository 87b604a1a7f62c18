import { WINDOW } from '../locked/constants.ts'
import { BEAM, KEPT } from './constants.ts'
import { type KernelMemory, openKernelMemory } from './kernel-memory.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/** Keys at the most, as many as a beam ends with, and bytes of each. */
const [KEYS, KEY_BYTES] = [BEAM.again * KEPT, 40] as const

/** Words of `Spaces` of the kernels (packages/rnn-model/assembly/search/spaces.as). */
const WORDS = 11

/** Whole keys of a text without spaces, in the kernels' memory. */
export class KernelSpaces {
  readonly #memory: KernelMemory
  /** Where the fields are, in bytes, and what they point to. */
  readonly #at: number
  readonly #places: number
  readonly #keys: number
  readonly #costs: number

  constructor(memory: KernelMemory) {
    this.#memory = memory
    this.#at = memory.place(4 * WORDS)
    this.#places = memory.place(WINDOW)
    this.#keys = memory.place(KEYS * KEY_BYTES)
    this.#costs = memory.place(4 * KEYS)
  }

  /** Costs of the text by keys, `[keys, period]`, no more than a beam ends with, with spaces put in, by a table of costs of text that has them. */
  costsBy(
    { text, costs, space, values }: Problem,
    { plain, places, period }: Lane,
    { keys, table }: { keys: Uint8Array; table: Uint8Array },
  ): Int32Array {
    const memory = this.#memory
    const { symbols } = text
    const count = keys.length / period
    const tableAt = memory.tableAt('spaces', table)
    const { bytes, words } = memory
    bytes.set(plain.subarray(0, symbols * values), memory.plain)
    bytes.set(places.subarray(0, symbols), this.#places)
    bytes.set(keys, this.#keys)
    const of = [
      ...[tableAt, costs.vocabulary, space, memory.plain, values, this.#places, symbols],
      ...[this.#keys, period, count, this.#costs],
    ]
    words.set(of, this.#at / 4)
    memory.kernels.putSpacesIn(this.#at)
    return words.slice(this.#costs / 4, this.#costs / 4 + count)
  }
}

let kernelSpaces: KernelSpaces | undefined | null = null

/** The same, where there are kernels. */
export const openKernelSpaces = (): KernelSpaces | undefined => {
  if (kernelSpaces === null) {
    const memory = openKernelMemory()
    kernelSpaces = memory && new KernelSpaces(memory)
  }
  return kernelSpaces
}
