import { demand } from '../check.ts'
import type { GraphDefinition, GraphLayer, GraphShape } from '../definition.ts'
import { GraphBuilder } from './builder.ts'
import { evaluateGraph, tensorOf } from './evaluate.ts'
import { readOnnxGraph } from './file.ts'
import { checkCarried, stateInput } from './state.ts'
import { isKnown, sizeOf, type Value, wideAxes } from './values.ts'

/** Facts that a file leaves open. */
export interface OnnxGraphOptions {
  /** The input that each call takes, by its name in the file. */
  readonly input: {
    readonly name: string
    /** Sides of one call, a batch of one; at most two are more than 1. */
    readonly shape: readonly number[]
    /** Numbers at the start of `shape` that repeat the end of the call before: the graph keeps them itself. */
    readonly context?: number
  }
  /** Inputs that are the state, with the outputs that are the state after a call. */
  readonly state?: Readonly<Record<string, { readonly shape: readonly number[]; readonly next: string }>>
  /** Inputs that stay what they are, such as a sample rate. */
  readonly constants?: Readonly<Record<string, number>>
  /** Outputs that a call gives; all that are no state unless given. */
  readonly outputs?: readonly string[]
  /** `onnx` unless given. */
  readonly name?: string
}

/**
 * Converts a streaming net in an ONNX file to a graph of layers: recurrent nets with a batch of one, dense layers and
 * convolutions over steps, joins, one frame a call. Shapes, constants and conditions on them are worked out once.
 *
 * Source: the ONNX operator specification.
 *
 * @param bytes an `.onnx` file with its weights inside
 * @throws ModelFormatError naming the operation or the tensor that a graph has no like of
 */
export const graphFromOnnx = (bytes: Uint8Array, options: OnnxGraphOptions): GraphDefinition => {
  const graph = readOnnxGraph(bytes)
  const { input, state = {}, constants = {} } = options
  const { shape, first, builder } = startOf(input)
  const scope = new Map<string, Value>([[input.name, first]])
  for (const [name, value] of Object.entries(constants)) {
    scope.set(name, { shape: [], values: Float64Array.of(value) })
  }
  for (const [name, { shape }] of Object.entries(state)) scope.set(name, stateInput(name, shape))
  const values = evaluateGraph(graph, scope, { builder, left: bytes.length })
  const nexts = Object.entries(state).map(([name, { shape, next }]) => {
    checkCarried(builder, name, sizeOf(shape), tensorOf(values, next))
    return next
  })
  const outputs = options.outputs ?? graph.outputs.filter((name) => !nexts.includes(name))
  for (const name of outputs) nameOutput(builder, name, tensorOf(values, name))
  return { name: options.name ?? 'onnx', input: shape, layers: needed(builder.layers, outputs), outputs }
}

const startOf = ({
  shape: sides,
  context = 0,
}: OnnxGraphOptions['input']): { shape: GraphShape; first: Value; builder: GraphBuilder } => {
  const wide = wideAxes(sides)
  demand(wide.length <= 2, 'input', 'at most two sides of more than 1', `[${sides}]`)
  const size = sizeOf(sides)
  const steps = context > 0 ? (sides[wide[0]] ?? 1) : wide.length > 1 ? sides[wide[0]] : 1
  const shape = { steps: steps - context, channels: size / steps }
  const builder = new GraphBuilder(shape)
  const layer = context > 0 ? builder.add({ kind: 'context', inputs: ['input'], steps: context }) : 'input'
  return { shape, builder, first: builder.tensorOf(layer, sides, wide) }
}

/** Gives a tensor its name in the file: `[steps, channels]`, whichever of them the file has first. */
const nameOutput = (builder: GraphBuilder, name: string, value: Value): void => {
  const layer = isKnown(value) ? undefined : value.layer
  demand(layer !== undefined, name, 'a computed tensor', 'a constant or a state')
  builder.add({ kind: 'reshape', inputs: [layer as string], shape: builder.shapeOf(layer as string) }, name)
}

/** The layers that the outputs need. */
const needed = (layers: readonly GraphLayer[], outputs: readonly string[]): GraphLayer[] => {
  const names = new Set(outputs)
  for (const layer of [...layers].reverse()) {
    if (names.has(layer.name)) for (const input of layer.inputs) names.add(input)
  }
  return layers.filter(({ name }) => names.has(name))
}
