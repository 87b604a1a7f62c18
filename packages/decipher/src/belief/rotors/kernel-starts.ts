import { type KernelMemory, openKernelMemory } from '../columns/kernel-memory.ts'
import type { Presses } from './presses.ts'
import type { RotorPlan } from './rotor-plan.ts'
import { AREA, SIZE } from './wheel-tables.ts'

/** Starts that are read at once; orders of wheels at the most, and wheels. */
const [CHUNK, ORDERS, WHEELS] = [32_768, 60, 5] as const

/** Groups of starts at the most. */
export const MOST_GROUPS: number = ORDERS * AREA

/** Words of `Starts` of the kernels (packages/rnn-model/assembly/search/starts.as). */
const WORDS = 25

/** Starts, what the text has cost by each, and the latest symbols that each reads. */
export interface StartArrays {
  readonly ids: Int32Array
  readonly costs: Int32Array
  readonly contexts: Int32Array
  readonly count: number
}

/** A letter that is read: by its number, so many letters after the start, by a table of costs by four symbols in a row. */
export interface StartLetter {
  readonly letter: number
  readonly presses: number
  readonly table: Uint8Array
}

/** The kernel that has starts read a letter. It holds nothing between two letters. */
export class KernelStarts {
  readonly #memory: KernelMemory
  /** Where the fields are, in bytes, and what they point to. */
  readonly #at: number
  readonly #ids: number
  readonly #costs: number
  readonly #contexts: number
  readonly #bytes: number

  constructor(memory: KernelMemory) {
    this.#memory = memory
    this.#at = memory.place(4 * WORDS)
    this.#ids = memory.place(4 * CHUNK)
    this.#costs = memory.place(4 * CHUNK)
    this.#contexts = memory.place(4 * CHUNK)
    this.#bytes = memory.place(2 * MOST_GROUPS + 3 * WHEELS * AREA + WHEELS * SIZE + 3 * ORDERS + SIZE)
  }

  /** Has all starts read a letter, and moves the wheels of their groups. Mutates costs, contexts and wheels. */
  read(plan: RotorPlan, wheels: Presses, starts: StartArrays, { letter, presses, table }: StartLetter): void {
    const memory = this.#memory
    const tableAt = memory.tableAt('starts', table)
    const { bytes, words } = memory
    const { tables, letterIds, rings, strides, groupsOfOrder } = plan
    let end = this.#bytes
    const put = (values: ArrayLike<number>): number => {
      const at = end
      bytes.set(values, at)
      end += values.length
      return at
    }
    const [middles, lefts] = [put(wheels.middle), put(wheels.left)]
    const [ids, costs, contexts] = [this.#ids, this.#costs, this.#contexts]
    const of = [
      ...[tableAt, strides.one, ids, costs, contexts, 0, put(letterIds)],
      ...[put(tables.forward), put(tables.backward), put(tables.around), put(tables.notches)],
      ...[put(tables.orders.flat()), groupsOfOrder, ...rings, middles, lefts, letter, presses, 0],
    ]
    words.set(of, this.#at / 4)
    for (let from = 0; from < starts.count; from += CHUNK) {
      const to = Math.min(starts.count, from + CHUNK)
      words[this.#at / 4 + 5] = to - from
      words.set(starts.ids.subarray(from, to), ids / 4)
      words.set(starts.costs.subarray(from, to), costs / 4)
      words.set(starts.contexts.subarray(from, to), contexts / 4)
      memory.kernels.readStarts(this.#at)
      starts.costs.set(words.subarray(costs / 4, costs / 4 + to - from), from)
      starts.contexts.set(words.subarray(contexts / 4, contexts / 4 + to - from), from)
    }
    wheels.middle.set(bytes.subarray(middles, middles + plan.groups))
    wheels.left.set(bytes.subarray(lefts, lefts + plan.groups))
  }
}

let kernelStarts: KernelStarts | undefined | null = null

/** The kernel, where there are kernels. */
export const openKernelStarts = (): KernelStarts | undefined => {
  if (kernelStarts === null) {
    const memory = openKernelMemory()
    kernelStarts = memory && new KernelStarts(memory)
  }
  return kernelStarts
}
