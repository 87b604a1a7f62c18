import { ensureMemory } from '../engine/wasm/ensure-memory.ts'
import { padded } from '../engine/wasm/gate-rows.ts'
import type { GraphKernels } from './graph-kernels.ts'

/** A matrix as the kernels hold it. */
export interface PlacedMatrix {
  readonly at: number
  /** Padded outputs. */
  readonly rows: number
}

/** Scratch of a product or of a step of a cell, in bytes. */
export interface Scratch {
  /** Of up to four vectors that are multiplied together. */
  readonly operands: readonly number[]
  /** The W x + b of a cell. */
  readonly input?: number
  /** State of a cell. */
  readonly state?: number
  /** Bytes from one output vector to the next. */
  readonly stride: number
  /** Numbers of a vector that is multiplied. */
  readonly columns: number
}

/** The memory of one graph: it grows while the graph is made ready, and never after. */
export class GraphMemory {
  readonly kernels: GraphKernels
  /** All of it; made anew whenever it grows. */
  floats: Float32Array
  #end: number

  constructor(kernels: GraphKernels) {
    this.kernels = kernels
    this.floats = new Float32Array(kernels.memory.buffer)
    this.#end = Math.ceil(kernels.base() / 64) * 64
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.kernels.memory.buffer.byteLength
  }

  /** Room for so many numbers, zeros, padded to 64 bytes. */
  reserve(numbers: number): number {
    const at = this.#end
    this.#end += Math.ceil(numbers / 16) * 64
    this.#ensure(this.#end)
    // weights may have lain here while they were packed
    this.floats.fill(0, at / 4, this.#end / 4)
    return at
  }

  /** Writes numbers, or fields of the kernels. */
  write(values: Float32Array | Int32Array): number {
    const at = this.reserve(values.length)
    this.#put(values, at)
    return at
  }

  /** Packs weights `[inputs, gates * units]`, each gate padded. */
  matrix(values: Float32Array, inputs: number, gates: number, units: number): PlacedMatrix {
    const rows = gates * padded(units)
    const fields = [this.reserve(inputs * rows), this.reserve(rows), this.reserve(rows), inputs, rows]
    const at = this.write(Int32Array.from(fields))
    this.#put(values, this.#end)
    this.kernels.pack(at, this.#end, 0, inputs, gates, units)
    return { at, rows }
  }

  /** A `Net` of assembly/layout.as as far as one product or one cell needs it. */
  scratch({ operands, input = 0, state = 0, stride, columns }: Scratch): number {
    const lanes = this.write(Int32Array.from(operands.flatMap((operand) => [state, input, operand])))
    const room = (): number => this.reserve(stride / 4)
    const panel = operands.length > 1 ? this.reserve(4 * columns) : 0
    const [sums, reset] = input ? [room(), room()] : [0, 0]
    return this.write(Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, sums, 0, reset, 0, 0, panel, stride, lanes, 0))
  }

  #put(values: Float32Array | Int32Array, at: number): void {
    this.#ensure(at + values.byteLength)
    const { buffer } = this.kernels.memory
    new Uint8Array(buffer).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
  }

  #ensure(bytes: number): void {
    ensureMemory(this.kernels.memory, bytes)
    const { buffer } = this.kernels.memory
    if (buffer !== this.floats.buffer) this.floats = new Float32Array(buffer)
  }
}
