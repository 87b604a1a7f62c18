import { InvalidOptionError } from '@runnel/core'
import { loadGraphKernels } from '#graph-kernels'
import { EngineUnavailableError } from '../errors.ts'
import type { GraphDefinition, GraphShape } from './definition.ts'
import type { GraphKernels } from './graph-kernels.ts'
import { GraphMemory } from './graph-memory.ts'
import { type GraphPlan, planGraph } from './plan.ts'

/** Numbers that a call gives, by the name of the layer: `[steps, channels]` each. */
export type GraphOutputs = Readonly<Record<string, Float32Array>>

/** State of one stream; it belongs to exactly one. */
export interface GraphState {
  /** Of the latest call. The arrays are the state's own; the next call overwrites them. */
  readonly outputs: GraphOutputs
}

/** A graph of layers ready to run. Any number of streams may share it, each with a state of its own. */
export interface Graph {
  readonly name: string
  /** Of the numbers that a call takes. */
  readonly input: GraphShape
  /** Of what it gives, by name. */
  readonly outputs: Readonly<Record<string, GraphShape>>
  /** Numbers in a saved state. */
  readonly stateLength: number
  /** Bytes that weights and scratch take. */
  readonly bytes: number
  /** A state at the start of a stream: all zeros. */
  createState(): GraphState
  /** Copies a state, for a snapshot. */
  saveState(state: GraphState): Float32Array
  /** A state that goes on where the saved one stood. @throws InvalidOptionError on a wrong length */
  loadState(values: Float32Array): GraphState
  /**
   * One call: all steps of one frame. Mutates `state`.
   *
   * @param input `[steps, channels]`, row after row
   * @returns `state.outputs`
   * @throws InvalidOptionError when `input` has another length, or the state is of another graph
   */
  step(input: ArrayLike<number>, state: GraphState): GraphOutputs
}

/**
 * Makes a graph ready: checks all layers, packs the weights, and gives each layer its place in the memory of the kernels,
 * in float32. The same bits on every machine.
 *
 * @throws ModelFormatError naming the layer that is wrong
 * @throws EngineUnavailableError where the runtime has no WebAssembly SIMD
 */
export const createGraph = async (definition: GraphDefinition): Promise<Graph> => {
  const module = await loadGraphKernels().catch((cause: unknown) => {
    throw new EngineUnavailableError('wasm-graph', 'SIMD', { cause })
  })
  const { exports } = new WebAssembly.Instance(module)
  const memory = new GraphMemory(exports as unknown as GraphKernels)
  return Object.freeze(new PlannedGraph(definition, memory, planGraph(memory, definition)))
}

class PlannedGraphState implements GraphState {
  readonly graph: PlannedGraph
  /** Those of each layer. */
  readonly vectors: readonly Float32Array[]
  readonly outputs: GraphOutputs

  constructor(graph: PlannedGraph, vectors: readonly Float32Array[]) {
    this.graph = graph
    this.vectors = vectors
    const shapes = Object.entries(graph.outputs)
    this.outputs = Object.fromEntries(
      shapes.map(([name, { steps, channels }]) => [name, new Float32Array(steps * channels)]),
    )
  }
}

class PlannedGraph implements Graph {
  readonly name: string
  readonly input: GraphShape
  readonly outputs: Readonly<Record<string, GraphShape>>
  readonly stateLength: number
  readonly bytes: number
  readonly #steps: GraphPlan['steps']
  readonly #lengths: readonly number[]
  /** Views of memory, which does not grow any more. */
  readonly #in: Float32Array
  readonly #state: readonly Float32Array[]
  readonly #out: readonly [name: string, values: Float32Array][]

  constructor(definition: GraphDefinition, memory: GraphMemory, plan: GraphPlan) {
    const { steps, channels } = plan.input
    const view = (at: number, length: number): Float32Array => memory.floats.subarray(at / 4, at / 4 + length)
    this.name = definition.name
    this.input = { steps, channels }
    this.bytes = memory.bytes
    this.#steps = plan.steps
    this.#lengths = plan.state.map(({ length }) => length)
    this.stateLength = this.#lengths.reduce((sum, length) => sum + length, 0)
    this.#in = view(plan.input.at, steps * channels)
    this.#state = plan.state.map(({ at, length }) => view(at, length))
    const shapes: Record<string, GraphShape> = {}
    const out: [string, Float32Array][] = []
    for (const name of definition.outputs) {
      const place = plan.places.get(name) ?? plan.input
      shapes[name] = { steps: place.steps, channels: place.channels }
      out.push([name, view(place.at, place.steps * place.channels)])
    }
    this.outputs = shapes
    this.#out = out
  }

  createState(): GraphState {
    return this.loadState(new Float32Array(this.stateLength))
  }

  saveState(state: GraphState): Float32Array {
    const values = new Float32Array(this.stateLength)
    let at = 0
    for (const vector of this.#own(state).vectors) {
      values.set(vector, at)
      at += vector.length
    }
    return values
  }

  loadState(values: Float32Array): GraphState {
    if (values.length !== this.stateLength) {
      throw new InvalidOptionError('state', values.length, `${this.stateLength} numbers`)
    }
    let at = 0
    const vectors = this.#lengths.map((length) => {
      at += length
      return values.slice(at - length, at)
    })
    return new PlannedGraphState(this, vectors)
  }

  step(input: ArrayLike<number>, state: GraphState): GraphOutputs {
    const { vectors, outputs } = this.#own(state)
    if (input.length !== this.#in.length) {
      throw new InvalidOptionError('input', input.length, `${this.#in.length} numbers`)
    }
    this.#in.set(input)
    for (let v = 0; v < vectors.length; v++) this.#state[v].set(vectors[v])
    for (let s = 0; s < this.#steps.length; s++) this.#steps[s]()
    for (let v = 0; v < vectors.length; v++) vectors[v].set(this.#state[v])
    for (let o = 0; o < this.#out.length; o++) outputs[this.#out[o][0]].set(this.#out[o][1])
    return outputs
  }

  #own(state: GraphState): PlannedGraphState {
    if (state instanceof PlannedGraphState && state.graph === this) return state
    throw new InvalidOptionError('state', 'one of another graph', 'a state of this graph')
  }
}
