import { expect, test } from 'vitest'
import { ModelFormatError } from '../errors.ts'
import { everyLayer } from '../testing/small-graph.ts'
import type { GraphDefinition } from './definition.ts'
import { createGraph } from './graph.ts'

/** The graph of all layers with one field of one layer set to something else. */
const changed = (name: string, field: string, value: unknown): GraphDefinition => {
  const definition = everyLayer()
  const layers = definition.layers.map((layer) =>
    layer.name === name ? { ...layer, [field]: value } : layer,
  )
  return { ...definition, layers }
}
const zeros = (...shape: number[]) => ({
  shape,
  values: new Float32Array(shape.reduce((size, side) => size * side, 1)),
})

test.each<[string, GraphDefinition, string]>([
  ['a kind of layer', changed('gate', 'kind', 'toString'), 'kind: expected one of dense, conv1d'],
  [
    'a layer that reads what comes later',
    changed('relu', 'inputs', ['head']),
    'relu.inputs: expected layers before it',
  ],
  ['no inputs', changed('relu', 'inputs', []), 'relu.inputs: expected 1, received 0'],
  ['two of one name', changed('relu', 'name', 'conv'), 'name: expected a name of its own, received conv'],
  ['a function', changed('gate', 'function', 'constructor'), 'gate.function: expected one of relu'],
  [
    'a kernel for other channels',
    changed('head', 'kernel', zeros(23, 4)),
    'head.kernel: expected shape [1,24,4]',
  ],
  ['a kernel of three sides', changed('head', 'kernel', zeros(1, 24, 4)), 'head.kernel: expected 2 sides'],
  [
    'a kernel longer than the frame',
    changed('strided', 'kernel', zeros(15, 40, 7)),
    'strided.kernel: expected at most',
  ],
  ['no kernel', changed('head', 'kernel', undefined), 'head.kernel'],
  ['a bias of another length', changed('dense', 'bias', zeros(32)), 'dense.bias: expected shape [33]'],
  [
    'fewer numbers than sides say',
    changed('shift', 'values', { ...zeros(1), shape: [3, 33] }),
    'shift.values',
  ],
  [
    'a number that is none',
    changed('shift', 'values', { shape: [3, 33], values: new Float32Array(99).fill(Number.NaN) }),
    'finite',
  ],
  ['a stride of nothing', changed('strided', 'stride', 0), 'strided.stride'],
  ['a mirror wider than the frame', changed('mirror', 'before', 6), 'mirror.before: expected less than 6'],
  ['more zeros than memory holds', changed('edge', 'before', 1e9), 'edge.before'],
  ['more zeros by channels', changed('edge', 'before', 2 ** 21), 'edge: expected a whole number'],
  ['more context than memory holds', changed('before', 'steps', 1e15), 'before.steps'],
  ['a piece behind the end', changed('some', 'to', 8), 'some.to: expected at most 7'],
  ['a piece of nothing', changed('some', 'to', 1), 'some.to'],
  ['another size', changed('flat', 'shape', { steps: 5, channels: 5 }), 'flat.shape: expected 24 numbers'],
  ['a cell', changed('gru', 'cell', 'peephole'), 'cell: expected one of'],
  ['no recurrent bias', changed('gru', 'recurrentBias', undefined), 'gru.recurrentBias'],
  ['shapes that differ', changed('gated', 'inputs', ['gate', 'last']), 'gated.inputs'],
  [
    'steps that differ',
    changed('joined', 'inputs', ['size', 'input']),
    'joined.inputs: expected 3 steps each',
  ],
  ['no outputs', { ...everyLayer(), outputs: [] }, 'outputs'],
  [
    'an output that is no layer',
    { ...everyLayer(), outputs: ['toString'] },
    'outputs: expected a layer of the graph',
  ],
  ['no layers', { ...everyLayer(), layers: [] }, 'layers: expected 1 to'],
  ['no input', { ...everyLayer(), input: { steps: 0, channels: 5 } }, 'input.steps'],
])('%s is refused', async (_what, definition, message) => {
  const error = await createGraph(definition).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(ModelFormatError)
  expect((error as Error).message).toContain(message)
})
