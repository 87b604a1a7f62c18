import { WINDOW } from '../locked/constants.ts'
import { BEAM, KEPT } from './constants.ts'
import { type KernelMemory, openKernelMemory } from './kernel-memory.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'

/** Keys that are weighed at once, and bytes of each at the most. */
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

  /** Costs of the text by keys, `[keys, period]`, with spaces put in, by a table of costs of text that has them. */
  costsBy(
    { text, costs, space, values }: Problem,
    { plain, places, period }: Lane,
    { keys, table }: { keys: Uint8Array; table: Uint8Array },
  ): Int32Array {
    const memory = this.#memory
    const { symbols } = text
    const count = keys.length / period
    const found = new Int32Array(count)
    const tableAt = memory.tableAt('spaces', table)
    const { bytes, words } = memory
    bytes.set(plain.subarray(0, symbols * values), memory.plain)
    bytes.set(places.subarray(0, symbols), this.#places)
    for (let from = 0; from < count; from += KEYS) {
      const part = keys.subarray(from * period, (from + KEYS) * period)
      const now = part.length / period
      bytes.set(part, this.#keys)
      const of = [
        ...[tableAt, costs.vocabulary, space, memory.plain, values, this.#places, symbols],
        ...[this.#keys, period, now, this.#costs],
      ]
      words.set(of, this.#at / 4)
      memory.kernels.putSpacesIn(this.#at)
      found.set(words.subarray(this.#costs / 4, this.#costs / 4 + now), from)
    }
    return found
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
