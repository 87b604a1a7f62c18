import { createRandom } from '@runnel/core'
import type { onnx } from 'onnx-proto'
import { fileOf, floats, graphOf, operation, wholes } from './onnx-graph.ts'

type Tensors = Record<string, readonly number[]>

/** Random weights: uniform, so large that a wrong place of one would show. */
const weightsOf = (shapes: Tensors, seed: number): onnx.ITensorProto[] => {
  const random = createRandom(seed)
  return Object.entries(shapes).map(([name, shape]) => {
    const length = shape.reduce((size, side) => size * side, 1)
    return floats(
      name,
      shape,
      Float32Array.from({ length }, () => random.next() - 0.5),
    )
  })
}

/** RNNoise's topology, small: dense, three GRUs joined past one another, two dense outputs of a frame of 10 features. */
export const joinedGrus = (): Uint8Array => {
  const gru = (name: string, x: string): onnx.INodeProto =>
    operation('GRU', [x, `${name}.W`, `${name}.R`, `${name}.B`, '', `${name}.h`], ['', `${name}.last`], {
      hidden_size: name === 'vad' ? 6 : 8,
      linear_before_reset: 1,
    })
  const shapes = (name: string, inputs: number, units: number): Tensors => ({
    [`${name}.W`]: [1, 3 * units, inputs],
    [`${name}.R`]: [1, 3 * units, units],
    [`${name}.B`]: [1, 6 * units],
  })
  const dense = (name: string, x: string, activation: string): onnx.INodeProto[] => [
    operation('MatMul', [x, `${name}.K`], [`${name}.product`]),
    operation('Add', [`${name}.product`, `${name}.b`], [`${name}.sum`]),
    operation(activation, [`${name}.sum`], [name]),
  ]
  const units = { vad: 6, noise: 8, denoise: 8 }
  const sides = (end: string): Tensors =>
    Object.fromEntries(Object.entries(units).map(([name, count]) => [`${name}.${end}`, [1, 1, count]]))
  return fileOf(
    graphOf({
      operations: [
        ...dense('input_dense', 'features', 'Tanh'),
        gru('vad', 'input_dense'),
        ...dense('speech', 'vad.last', 'Sigmoid'),
        operation('Concat', ['input_dense', 'vad.last', 'features'], ['noise.x'], { axis: 2 }),
        gru('noise', 'noise.x'),
        operation('Relu', ['noise.last'], ['noise.out']),
        operation('Concat', ['vad.last', 'noise.out', 'features'], ['denoise.x'], { axis: 2 }),
        gru('denoise', 'denoise.x'),
        ...dense('gains', 'denoise.last', 'Sigmoid'),
      ],
      constants: weightsOf(
        {
          'input_dense.K': [10, 12],
          'input_dense.b': [12],
          ...shapes('vad', 12, 6),
          'speech.K': [6, 1],
          'speech.b': [1],
          ...shapes('noise', 12 + 6 + 10, 8),
          ...shapes('denoise', 6 + 8 + 10, 8),
          'gains.K': [8, 5],
          'gains.b': [5],
        },
        1,
      ),
      inputs: { features: [1, 1, 10], ...sides('h') },
      outputs: { speech: [1, 1, 1], gains: [1, 1, 5], ...sides('last') },
    }),
  )
}

/** Silero VAD's topology, small: a mirror, a convolution as a transform, magnitudes, convolutions, an LSTM, behind a condition. */
export const listener = (): Uint8Array => {
  const conv = (x: string, name: string, out: string, strides: number, pads: number): onnx.INodeProto =>
    operation('Conv', [x, `${name}.w`, ...(name === 'basis' ? [] : [`${name}.b`])], [out], {
      strides: [strides],
      pads: [pads, pads],
    })
  const branch = graphOf({
    operations: [
      operation('Pad', ['sound', 'pads'], ['padded'], { mode: 'reflect' }),
      operation('Unsqueeze', ['padded', 'one'], ['channel']),
      conv('channel', 'basis', 'transform', 8, 0),
      operation('Slice', ['transform', 'zero', 'five', 'one'], ['real']),
      operation('Slice', ['transform', 'five', 'ten', 'one'], ['imaginary']),
      operation('Mul', ['real', 'real'], ['real2']),
      operation('Mul', ['imaginary', 'imaginary'], ['imaginary2']),
      operation('Add', ['real2', 'imaginary2'], ['power']),
      operation('Sqrt', ['power'], ['magnitude']),
      conv('magnitude', 'first', 'first.sum', 1, 1),
      operation('Relu', ['first.sum'], ['first']),
      conv('first', 'second', 'second.sum', 2, 1),
      operation('Relu', ['second.sum'], ['second']),
      operation('Transpose', ['second'], ['steps'], { perm: [2, 0, 1] }),
      operation('Slice', ['state', 'zero', 'one', 'zero'], ['h']),
      operation('Slice', ['state', 'one', 'two', 'zero'], ['c']),
      operation('LSTM', ['steps', 'W', 'R', 'B', '', 'h', 'c'], ['', 'h.next', 'c.next'], { hidden_size: 7 }),
      operation('Concat', ['h.next', 'c.next'], ['next'], { axis: 0 }),
      operation('Transpose', ['h.next'], ['last'], { perm: [1, 2, 0] }),
      conv('last', 'out', 'out.sum', 1, 0),
      operation('Sigmoid', ['out.sum'], ['speech.three']),
      operation('Squeeze', ['speech.three', 'two'], ['speech.two']),
    ],
    constants: [
      wholes('pads', [0, 0, 0, 8]),
      ...Object.entries({ zero: 0, one: 1, two: 2, five: 5, ten: 10 }).map(([name, value]) =>
        wholes(name, [value]),
      ),
      ...weightsOf(
        {
          'basis.w': [10, 1, 16],
          'first.w': [6, 5, 3],
          'first.b': [6],
          'second.w': [5, 6, 3],
          'second.b': [5],
          W: [1, 28, 5],
          R: [1, 28, 7],
          B: [1, 56],
          'out.w': [1, 7, 1],
          'out.b': [1],
        },
        2,
      ),
    ],
    inputs: {},
    outputs: { 'speech.two': [1, 1], next: [2, 1, 7] },
  })
  const other = graphOf({
    operations: [
      operation('Slice', ['sound', 'from', 'to', 'to'], ['some']),
      operation('Identity', ['state'], ['same']),
    ],
    constants: [wholes('from', [0]), wholes('to', [1])],
    inputs: {},
    outputs: { some: [1, 1], same: [2, 1, 7] },
  })
  return fileOf(
    graphOf({
      operations: [
        operation('Equal', ['rate', 'expected'], ['fits']),
        operation('If', ['fits'], ['speech', 'state.next'], { then_branch: branch, else_branch: other }),
      ],
      constants: [wholes('expected', 16_000)],
      inputs: { sound: [1, 40], state: [2, 1, 7], rate: [] },
      outputs: { speech: [1, 1], 'state.next': [2, 1, 7] },
    }),
  )
}
