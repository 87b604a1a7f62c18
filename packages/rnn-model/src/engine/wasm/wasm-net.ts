import type { NetDefinition, NetMemory, OutputForm, State } from '../engine.ts'
import { ensureMemory } from './ensure-memory.ts'
import { type KernelExports, type NetPlaces, writeNet } from './net-memory.ts'
import { type StateOwner, WasmState } from './wasm-state.ts'

/** A net in an instance of the kernels, with all its states. */
export class WasmNet implements StateOwner {
  readonly stateLength: number
  readonly #exports: KernelExports
  readonly #places: NetPlaces
  readonly #outputs: number
  /** Views of memory; made anew whenever it grows. */
  #ids!: Uint16Array
  #pointers!: Uint32Array
  #out!: Float32Array
  /** Numbers of one step. */
  #first!: Float32Array
  #floats!: Float32Array
  /** Pointer to the state whose h the kernels hold ready, if any. */
  #entered!: Uint32Array
  /** First byte that no state has used yet, and the states given back. */
  #end: number
  readonly #free: number[] = []
  #states = 0
  /** A net for states that nobody freed. */
  readonly #collected: FinalizationRegistry<number> | undefined

  constructor(exports: KernelExports, definition: NetDefinition, weightBytes: number, output: OutputForm) {
    this.#exports = exports
    this.#places = writeNet(exports, definition, weightBytes, output)
    this.#end = this.#places.end
    this.#outputs = this.#places.outputs
    this.stateLength = this.#places.vectors.reduce((sum, { units }) => sum + units, 0)
    this.#view()
    if (typeof FinalizationRegistry !== 'undefined') {
      this.#collected = new FinalizationRegistry((pointer) => this.#giveBack(pointer))
    }
  }

  get memory(): NetMemory {
    const { stateBytes } = this.#places
    return { stateBytes, states: this.#states, bytes: this.#exports.memory.buffer.byteLength }
  }

  createState(): State {
    const { stateBytes } = this.#places
    let pointer = this.#free.pop()
    if (pointer === undefined) {
      pointer = this.#end
      this.#end += stateBytes
      this.#grow(this.#end)
    }
    this.#floats.fill(0, pointer / 4, (pointer + stateBytes) / 4)
    this.#leave(pointer)
    this.#states++
    const state = new WasmState(this, pointer, this.#outputs)
    this.#collected?.register(state, pointer, state)
    return state
  }

  release(state: WasmState): void {
    this.#collected?.unregister(state)
    this.#giveBack(state.pointer)
  }

  saveState(state: State): Float32Array {
    const { pointer } = state as WasmState
    const values = new Float32Array(this.stateLength)
    let at = 0
    for (const { offset, units } of this.#places.vectors) {
      const from = (pointer + offset) / 4
      values.set(this.#floats.subarray(from, from + units), at)
      at += units
    }
    return values
  }

  restoreState(values: Float32Array, state: State): void {
    const { pointer } = state as WasmState
    this.#leave(pointer)
    let at = 0
    for (const { offset, units } of this.#places.vectors) {
      this.#floats.set(values.subarray(at, at + units), (pointer + offset) / 4)
      at += units
    }
  }

  copyState(from: State, to: State): void {
    const start = (from as WasmState).pointer / 4
    const { pointer } = to as WasmState
    this.#leave(pointer)
    this.#floats.copyWithin(pointer / 4, start, start + this.#places.stateBytes / 4)
  }

  step(id: number, state: State): void {
    const { pointer } = state as WasmState
    const { net, ids, out } = this.#places
    this.#ids[0] = id
    this.#exports.run(net, ids, 1, pointer, out)
    state.output.set(this.#first)
  }

  run(ids: ArrayLike<number>, state: State, out: Float32Array): void {
    const { pointer } = state as WasmState
    const places = this.#places
    const outputs = this.#outputs
    for (let from = 0; from < ids.length; from += places.chunk) {
      const count = Math.min(places.chunk, ids.length - from)
      for (let t = 0; t < count; t++) this.#ids[t] = ids[from + t]
      this.#exports.run(places.net, places.ids, count, pointer, places.out)
      out.set(this.#out.subarray(0, count * outputs), from * outputs)
    }
    if (ids.length > 0) {
      state.output.set(out.subarray((ids.length - 1) * outputs, ids.length * outputs))
    }
  }

  stepMany(ids: ArrayLike<number>, states: readonly State[], out: Float32Array): void {
    const places = this.#places
    const outputs = this.#outputs
    for (let from = 0; from < states.length; from += places.chunk) {
      const count = Math.min(places.chunk, states.length - from)
      for (let s = 0; s < count; s++) {
        this.#ids[s] = ids[from + s]
        this.#pointers[s] = (states[from + s] as WasmState).pointer
      }
      this.#exports.stepMany(places.net, places.ids, places.states, count, places.out)
      out.set(this.#out.subarray(0, count * outputs), from * outputs)
    }
  }

  /** Tells the kernels that a state was written to. */
  #leave(pointer: number): void {
    if (this.#entered[0] === pointer) this.#entered[0] = 0
  }

  #giveBack(pointer: number): void {
    this.#free.push(pointer)
    this.#states--
  }

  /** Makes room, by a quarter more at a time so that thousands of states cost few copies. */
  #grow(bytes: number): void {
    const { buffer } = this.#exports.memory
    if (bytes <= buffer.byteLength) return
    ensureMemory(this.#exports.memory, Math.max(bytes, buffer.byteLength * 1.25))
    this.#view()
  }

  #view(): void {
    const { buffer } = this.#exports.memory
    const { ids, states, out, chunk, entered } = this.#places
    this.#ids = new Uint16Array(buffer, ids, chunk)
    this.#pointers = new Uint32Array(buffer, states, chunk)
    this.#out = new Float32Array(buffer, out, chunk * this.#outputs)
    this.#first = this.#out.subarray(0, this.#outputs)
    this.#floats = new Float32Array(buffer)
    this.#entered = new Uint32Array(buffer, entered, 1)
  }
}
