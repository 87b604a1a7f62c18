import { ensureMemory } from '../engine/wasm/ensure-memory.ts'
import { padded } from '../engine/wasm/gate-rows.ts'
import { ModelFormatError } from '../errors.ts'
import type { GraphKernels } from './graph-kernels.ts'

/** A matrix as the kernels hold it. */
export interface PlacedMatrix {
  readonly at: number
  /** Padded outputs. */
  readonly rows: number
}

/** Places that a product, or a step of a cell, works with, in bytes. */
export interface Workplace {
  /** Up to four vectors that are multiplied together. */
  readonly operands: readonly number[]
  /** Bytes from one output vector to the next. */
  readonly stride: number
  /** Room for four operands, where there are four. */
  readonly panel?: number
  /** W x + b, state, and room for sums and for r ∘ h, of a cell. */
  readonly cell?: { input: number; state: number; sums: number; reset: number }
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

  /** Writes a `Net` of assembly/layout.as, as far as one product or one cell needs it. */
  workplace({ operands, stride, panel = 0, cell }: Workplace): number {
    const { input, state, sums, reset } = cell ?? { input: 0, state: 0, sums: 0, reset: 0 }
    const lanes = this.write(Int32Array.from(operands.flatMap((operand) => [state, input, operand])))
    return this.write(Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, sums, 0, reset, 0, 0, panel, stride, lanes, 0))
  }

  #put(values: Float32Array | Int32Array, at: number): void {
    this.#ensure(at + values.byteLength)
    const { buffer } = this.kernels.memory
    new Uint8Array(buffer).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
  }

  #ensure(bytes: number): void {
    try {
      ensureMemory(this.kernels.memory, bytes)
    } catch (cause) {
      throw new ModelFormatError('layers', 'a graph that memory holds', `${bytes} bytes and more`, { cause })
    }
    const { buffer } = this.kernels.memory
    if (buffer !== this.floats.buffer) this.floats = new Float32Array(buffer)
  }
}
