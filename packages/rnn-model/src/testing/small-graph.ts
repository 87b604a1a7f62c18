import { createRandom, type Random } from '@runnel/core'
import { cellOf } from '../cells/cell-of.ts'
import type { WeightArray } from '../config.ts'
import type { GraphDefinition, GraphLayer, GraphShape } from '../graph/definition.ts'

/** Random weights of a shape: uniform, so that no function of `Math` has a say in them. */
export const randomArray = (random: Random, ...shape: number[]): WeightArray => {
  const length = shape.reduce((size, side) => size * side, 1)
  const scale = 2 / Math.sqrt(shape[0])
  return { shape, values: Float32Array.from({ length }, () => (random.next() - 0.5) * scale) }
}

/** A recurrent layer with random weights. */
export const recurrentLayer = (
  cell: string,
  name: string,
  inputs: readonly string[],
  [channels, units]: readonly [number, number],
  random: Random,
): GraphLayer => {
  const { gates, recurrentBias } = cellOf(cell)
  const width = gates.length * units
  return {
    kind: 'recurrent',
    name,
    inputs,
    cell,
    kernel: randomArray(random, channels, width),
    recurrent: randomArray(random, units, width),
    bias: randomArray(random, width),
    ...(recurrentBias ? { recurrentBias: randomArray(random, width) } : {}),
  }
}

/** One layer, or a few, over frames of a shape. */
export const graphOf = (input: GraphShape, ...layers: GraphLayer[]): GraphDefinition => ({
  name: 'small',
  input,
  layers,
  outputs: [layers[layers.length - 1].name],
})

/** Every kind of layer in one graph, frames of 6 steps by 5 channels, two outputs. */
export const everyLayer = (): GraphDefinition => {
  const random = createRandom(3)
  const one = (name: string, ...inputs: string[]) => ({ name, inputs })
  return {
    name: 'every layer',
    input: { steps: 6, channels: 5 },
    layers: [
      { kind: 'context', ...one('before', 'input'), steps: 2 },
      { kind: 'conv1d', ...one('conv', 'before'), kernel: randomArray(random, 3, 5, 40), stride: 1 },
      { kind: 'function', ...one('relu', 'conv'), function: 'relu' },
      { kind: 'pad', ...one('mirror', 'relu'), mode: 'reflect', before: 2, after: 1 },
      { kind: 'pad', ...one('edge', 'mirror'), mode: 'zeros', before: 1, after: 2 },
      {
        kind: 'conv1d',
        ...one('strided', 'edge'),
        kernel: randomArray(random, 4, 40, 7),
        bias: randomArray(random, 7),
        stride: 2,
      },
      { kind: 'slice', ...one('some', 'strided'), axis: 'channels', from: 1, to: 6 },
      { kind: 'slice', ...one('last', 'some'), axis: 'steps', from: 2, to: 5 },
      recurrentLayer('gru', 'gru', ['last'], [5, 6], random),
      {
        kind: 'dense',
        ...one('dense', 'gru'),
        kernel: randomArray(random, 6, 33),
        bias: randomArray(random, 33),
      },
      { kind: 'function', ...one('gate', 'dense'), function: 'sigmoid' },
      { kind: 'function', ...one('bent', 'dense'), function: 'tanh' },
      { kind: 'multiply', ...one('gated', 'gate', 'bent') },
      { kind: 'constant', ...one('shift'), values: randomArray(random, 3, 33) },
      { kind: 'add', ...one('shifted', 'gated', 'shift') },
      { kind: 'subtract', ...one('rest', 'shifted', 'bent') },
      { kind: 'multiply', ...one('power', 'rest', 'rest') },
      { kind: 'function', ...one('size', 'power'), function: 'sqrt' },
      { kind: 'concat', ...one('joined', 'size', 'last', 'gru') },
      recurrentLayer('lstm', 'lstm', ['joined'], [44, 8], random),
      { kind: 'reshape', ...one('flat', 'lstm'), shape: { steps: 1, channels: 24 } },
      { kind: 'dense', ...one('head', 'flat'), kernel: randomArray(random, 24, 4) },
      { kind: 'function', ...one('classes', 'head'), function: 'softmax' },
    ],
    outputs: ['classes', 'size'],
  }
}

/** Frames of random numbers from -1 to 1. */
export const randomFrames = (
  count: number,
  { steps, channels }: GraphShape,
  seed: number,
): Float32Array[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: steps * channels }, () => 2 * random.next() - 1),
  )
}
