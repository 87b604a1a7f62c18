import { openSearchKernels, type SearchKernels } from '@runnel/rnn-model/search'
import { WINDOW } from '../locked/constants.ts'

/** Bytes of a block, of a page of memory, and those that are read at once where the first is in a table of costs. */
const [BLOCK, PAGE, ROW] = [16, 65_536, 32] as const

/** Values of a place at the most. */
export const VALUES = 256

/** Searches, each of which goes by a table of its own. */
type Use = 'beams' | 'spaces' | 'starts'

/** A table of costs in the memory. */
interface Held {
  readonly table: Uint8Array
  readonly at: number
  readonly room: number
}

/**
 * The memory of the kernels of searches, and what of it is whose. It holds the table of costs that was last asked for, for
 * each use one of 0.5 to 2 MB, and 1.7 MB beside.
 */
export class KernelMemory {
  readonly kernels: SearchKernels
  bytes: Uint8Array
  words: Int32Array
  /** Where the token ids of a text are, by the value of each place. */
  readonly plain: number
  #end: number
  readonly #held = new Map<Use, Held>()

  constructor(kernels: SearchKernels) {
    this.kernels = kernels
    this.bytes = new Uint8Array(kernels.memory.buffer)
    this.words = new Int32Array(kernels.memory.buffer)
    this.#end = kernels.base()
    this.plain = this.place(WINDOW * VALUES)
  }

  /** Room for so many bytes. Makes the views anew where memory has to grow. */
  place(bytes: number): number {
    const at = Math.ceil(this.#end / BLOCK) * BLOCK
    this.#end = at + bytes
    const { memory } = this.kernels
    const missing = this.#end - memory.buffer.byteLength
    if (missing > 0) {
      memory.grow(Math.ceil(missing / PAGE))
      this.bytes = new Uint8Array(memory.buffer)
      this.words = new Int32Array(memory.buffer)
    }
    return at
  }

  /** Where a table of costs is: the latest of each use stays. */
  tableAt(use: Use, table: Uint8Array): number {
    const held = this.#held.get(use)
    if (held?.table === table) return held.at
    const size = table.length + ROW
    const { at, room } = held && held.room >= size ? held : { at: this.place(size), room: size }
    this.bytes.set(table, at)
    this.#held.set(use, { table, at, room })
    return at
  }
}

let kernelMemory: KernelMemory | undefined | null = null

/** The memory of the kernels, where there are any. */
export const openKernelMemory = (): KernelMemory | undefined => {
  if (kernelMemory === null) {
    const kernels = openSearchKernels()
    kernelMemory = kernels && new KernelMemory(kernels)
  }
  return kernelMemory
}
