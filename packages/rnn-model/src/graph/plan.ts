import { padded } from '../engine/wasm/gate-rows.ts'
import { MOST_GRAPH_LAYERS } from '../limits.ts'
import { checkCount, demand } from './check.ts'
import type { GraphDefinition, GraphLayer, GraphShape } from './definition.ts'
import type { GraphMemory } from './graph-memory.ts'
import { layerKinds } from './layers/index.ts'
import type { LayerKind, LayerStep, Place } from './layers/layer-kind.ts'

/** Numbers that are kept from call to call: where they are, in bytes, and how many. */
export interface StatePlace {
  readonly at: number
  readonly length: number
}

/** A graph that is ready in memory. */
export interface GraphPlan {
  readonly input: Place
  readonly steps: readonly LayerStep[]
  readonly state: readonly StatePlace[]
  /** By name. */
  readonly places: ReadonlyMap<string, Place>
}

/** Checks every layer and writes it into memory, one after another. @throws ModelFormatError */
export const planGraph = (memory: GraphMemory, definition: GraphDefinition): GraphPlan => {
  const { layers, outputs } = definition
  const most = `1 to ${MOST_GRAPH_LAYERS}`
  const count = Array.isArray(layers) ? layers.length : 0
  demand(count > 0 && count <= MOST_GRAPH_LAYERS, 'layers', most, count)
  const input = placeOf(memory, 'input', definition.input)
  const places = new Map<string, Place>([['input', input]])
  const state: StatePlace[] = []
  let numbers = 0
  const steps = layers.map((layer) => {
    demand(!places.has(layer.name), 'name', 'a name of its own', layer.name)
    const kind = kindOf(layer)
    const inputs = inputsOf(layer, kind, places)
    const shape = kind.shapeOf(layer, inputs)
    numbers += shape.steps * shape.channels
    checkCount(layer.name, numbers, 1)
    const output = kind.alias ? { ...shape, at: inputs[0].at } : placeOf(memory, layer.name, shape)
    const vectors = kind.stateOf?.(layer, inputs) ?? []
    const kept = vectors.map((length) => ({ at: memory.reserve(padded(length)), length }))
    state.push(...kept)
    places.set(layer.name, output)
    return kind.prepare(layer, { memory, inputs, output, state: kept.map(({ at }) => at) })
  })
  demand(Array.isArray(outputs) && outputs.length > 0, 'outputs', 'names of layers', outputs)
  for (const name of outputs) demand(places.has(name), 'outputs', 'a layer of the graph', name)
  return { input, steps, state, places }
}

const placeOf = (memory: GraphMemory, name: string, { steps, channels }: GraphShape): Place => {
  checkCount(`${name}.steps`, steps, 1)
  checkCount(`${name}.channels`, channels, 1)
  checkCount(name, steps * channels, 1)
  return { steps, channels, at: memory.reserve(steps * channels) }
}

const kindOf = (layer: GraphLayer): LayerKind<GraphLayer> => {
  const kinds = Object.keys(layerKinds)
  demand(kinds.includes(layer?.kind), 'kind', `one of ${kinds.join(', ')}`, layer?.kind)
  return layerKinds[layer.kind] as LayerKind<GraphLayer>
}

const inputsOf = (
  { name, inputs }: GraphLayer,
  { inputs: expected = 1 }: LayerKind<GraphLayer>,
  places: ReadonlyMap<string, Place>,
): Place[] => {
  const fits = expected === 'many' ? inputs?.length > 0 : inputs?.length === expected
  demand(fits, `${name}.inputs`, `${expected}`, inputs?.length)
  return inputs.map((input) => {
    const place = places.get(input)
    demand(place !== undefined, `${name}.inputs`, 'layers before it', input)
    return place as Place
  })
}
