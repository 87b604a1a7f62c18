import type { TrainKernels } from './kernels.ts'

const PAGE = 65_536

/** Reserves places in the memory of the kernels, one after another; nothing is given back. */
export class Arena {
  readonly #memory: WebAssembly.Memory
  #end: number

  constructor({ memory, base }: TrainKernels) {
    this.#memory = memory
    this.#end = Math.ceil(base() / 16) * 16
  }

  /** A place for `bytes` bytes, all zero. Views made before are void. */
  reserve(bytes: number): number {
    const at = this.#end
    this.#end += Math.ceil(bytes / 16) * 16
    const missing = this.#end - this.#memory.buffer.byteLength
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE))
    return at
  }

  /** A place for `count` float32 numbers. */
  floats(count: number): number {
    return this.reserve(4 * count)
  }

  /** Bytes reserved so far, with what the kernels need themselves. */
  get bytes(): number {
    return this.#end
  }

  view(at: number, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, count)
  }
}
