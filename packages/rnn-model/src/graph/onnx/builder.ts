import { checkCount, demand } from '../check.ts'
import type { GraphLayer, GraphShape } from '../definition.ts'
import { layerKinds } from '../layers/index.ts'
import type { LayerKind } from '../layers/layer-kind.ts'
import { type Computed, type StatePart, sizeOf, wideAxes } from './values.ts'

/** A layer without its name. */
export type Unnamed<Layer = GraphLayer> = Layer extends GraphLayer ? Omit<Layer, 'name'> : never

/** One state vector of a layer, and what it begins with: parts of a state input, or zeros. */
export interface StartedState {
  readonly source: string
  readonly length: number
  readonly start: readonly StatePart[] | undefined
}

/** The layers of a graph that is being made, in their order. */
export class GraphBuilder {
  readonly layers: GraphLayer[] = []
  readonly states: StartedState[] = []
  readonly #shapes = new Map<string, GraphShape>()
  #numbers = 0

  constructor(input: GraphShape) {
    this.#shapes.set('input', input)
  }

  /** Adds a layer, checked, and gives its name. @throws ModelFormatError */
  add(unnamed: Unnamed, name = `${unnamed.kind}${this.layers.length}`): string {
    const layer = { ...unnamed, name } as GraphLayer
    demand(!this.#shapes.has(name), 'name', 'a name of its own', name)
    const kind = layerKinds[layer.kind] as LayerKind<GraphLayer>
    const inputs = layer.inputs.map((input) => this.shapeOf(input))
    const shape = kind.shapeOf(layer, inputs)
    this.#numbers += shape.steps * shape.channels
    checkCount(name, this.#numbers, 1)
    this.#shapes.set(name, shape)
    this.layers.push(layer)
    return name
  }

  shapeOf(name: string): GraphShape {
    return this.#shapes.get(name) as GraphShape
  }

  /**
   * A layer that holds a tensor with one axis as its steps and one as its channels; all others must have one place.
   *
   * @throws ModelFormatError when memory holds them the other way round
   */
  matrixOf(operation: string, value: Computed, steps: number | undefined, channels: number): string {
    const { layer, order, shape } = value
    const asked = [steps, channels].filter((axis) => axis !== undefined && shape[axis] !== 1)
    const held = `axes [${order}] of [${shape}]${layer === undefined ? ', a state' : ''}`
    if (layer === undefined || asked.join() !== order.join()) {
      demand(false, operation, `a computed tensor whose axes [${asked}] lie in that order`, held)
    }
    const wanted = { steps: steps === undefined ? 1 : shape[steps], channels: shape[channels] }
    return this.#reshaped(layer as string, wanted)
  }

  /** The output of a layer as a tensor of that shape, whose axes lie in that order. */
  tensorOf(layer: string, shape: readonly number[], axes: readonly (number | undefined)[]): Computed {
    const order = axes.filter((axis) => axis !== undefined && shape[axis] !== 1) as number[]
    const fits = order.length === wideAxes(shape).length && sizeOf(shape) === this.#sizeOf(layer)
    demand(fits, layer, `${this.#sizeOf(layer)} numbers`, `[${shape}]`)
    return { shape, order, layer }
  }

  #reshaped(layer: string, wanted: GraphShape): string {
    const own = this.shapeOf(layer)
    if (own.steps === wanted.steps && own.channels === wanted.channels) return layer
    return this.add({ kind: 'reshape', inputs: [layer], shape: wanted })
  }

  #sizeOf(layer: string): number {
    const { steps, channels } = this.shapeOf(layer)
    return steps * channels
  }
}
