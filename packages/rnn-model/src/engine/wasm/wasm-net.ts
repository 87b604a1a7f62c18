import type { NetDefinition, OutputForm, State } from '../engine.ts'
import { ensureMemory, type KernelExports, writeNet } from './net-memory.ts'
import { type StateOwner, WasmState } from './wasm-state.ts'

/** Puts a net into an instance of the kernels, where all its states will be too. */
export const createWasmNet = (
  kernels: KernelExports,
  definition: NetDefinition,
  weightBytes: number,
  output: OutputForm,
): StateOwner => {
  const { memory } = kernels
  const places = writeNet(kernels, definition, weightBytes, output)
  const { net, outputs, chunk, stateBytes, vectors } = places
  const stateLength = vectors.reduce((sum, { units }) => sum + units, 0)
  /** Where things start in the views of memory below, which are made anew whenever it grows. */
  const [ids, pointers, entered, out] = [
    places.ids / 2,
    places.states / 4,
    places.entered / 4,
    places.out / 4,
  ]
  let shorts: Uint16Array
  let words: Uint32Array
  let floats: Float32Array
  /** What one step gives. */
  let first: Float32Array
  const view = (): void => {
    shorts = new Uint16Array(memory.buffer)
    words = new Uint32Array(memory.buffer)
    floats = new Float32Array(memory.buffer)
    first = floats.subarray(out, out + outputs)
  }
  view()

  /** First byte that no state has used yet, and the states given back. */
  let { end } = places
  const spare: number[] = []
  let states = 0
  const giveBack = (pointer: number): void => {
    spare.push(pointer)
    states--
  }
  /** A net for states that nobody freed. */
  const collected =
    typeof FinalizationRegistry === 'undefined' ? undefined : new FinalizationRegistry(giveBack)

  /** Tells the kernels that a state is written to. */
  const leave = (pointer: number): void => {
    if (words[entered] === pointer) words[entered] = 0
  }
  /** Makes room for another state, by a quarter more at a time so that thousands of them cost few copies. */
  const extend = (): number => {
    const pointer = end
    end += stateBytes
    const { byteLength } = memory.buffer
    if (end > byteLength) {
      ensureMemory(memory, Math.max(end, byteLength * 1.25))
      view()
    }
    return pointer
  }

  return {
    stateLength,
    get memory() {
      return { stateBytes, states, bytes: memory.buffer.byteLength }
    },
    createState() {
      const pointer = spare.pop() ?? extend()
      floats.fill(0, pointer / 4, (pointer + stateBytes) / 4)
      leave(pointer)
      states++
      const state = new WasmState(this, pointer, outputs)
      collected?.register(state, pointer, state)
      return state
    },
    release(state) {
      collected?.unregister(state)
      giveBack(state.pointer)
    },
    saveState(state) {
      const values = new Float32Array(stateLength)
      let at = 0
      for (const { offset, units } of vectors) {
        const from = (pointerOf(state) + offset) / 4
        values.set(floats.subarray(from, from + units), at)
        at += units
      }
      return values
    },
    restoreState(values, state) {
      leave(pointerOf(state))
      let at = 0
      for (const { offset, units } of vectors) {
        floats.set(values.subarray(at, at + units), (pointerOf(state) + offset) / 4)
        at += units
      }
    },
    copyState(from, to) {
      const start = pointerOf(from) / 4
      const pointer = pointerOf(to)
      leave(pointer)
      floats.copyWithin(pointer / 4, start, start + stateBytes / 4)
    },
    step(id, state) {
      shorts[ids] = id
      kernels.run(net, places.ids, 1, pointerOf(state), places.out)
      state.output.set(first)
    },
    run(tokens, state, results) {
      for (let from = 0; from < tokens.length; from += chunk) {
        const count = Math.min(chunk, tokens.length - from)
        for (let t = 0; t < count; t++) shorts[ids + t] = tokens[from + t]
        kernels.run(net, places.ids, count, pointerOf(state), places.out)
        results.set(floats.subarray(out, out + count * outputs), from * outputs)
      }
      const end = tokens.length * outputs
      if (end > 0) state.output.set(results.subarray(end - outputs, end))
    },
    stepMany(tokens, states, results) {
      for (let from = 0; from < states.length; from += chunk) {
        const count = Math.min(chunk, states.length - from)
        for (let s = 0; s < count; s++) {
          shorts[ids + s] = tokens[from + s]
          words[pointers + s] = pointerOf(states[from + s])
        }
        kernels.stepMany(net, places.ids, places.states, count, places.out)
        results.set(floats.subarray(out, out + count * outputs), from * outputs)
      }
    },
  }
}

const pointerOf = (state: State): number => (state as WasmState).pointer
