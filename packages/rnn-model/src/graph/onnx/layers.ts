import type { WeightArray } from '../../config.ts'
import { convertLayer } from '../../convert/onnx.ts'
import { type PlannedArray, plan } from '../../convert/planned-array.ts'
import { ModelFormatError } from '../../errors.ts'
import { demand } from '../check.ts'
import type { GraphBuilder } from './builder.ts'
import type { OnnxAttribute } from './file.ts'
import { transposeKnown } from './known.ts'
import { statesOf } from './state.ts'
import { axisOf, type Computed, isKnown, type Known, type Value } from './values.ts'

/** An operation on what is computed. */
export interface Operation {
  readonly type: string
  readonly inputs: readonly (Value | undefined)[]
  readonly attributes: ReadonlyMap<string, OnnxAttribute>
  readonly builder: GraphBuilder
}

export const weightsOf = (operation: string, value: Value | undefined): Known => {
  if (value && isKnown(value)) return value
  throw new ModelFormatError(operation, 'constant weights', 'something else')
}

export const computedOf = (operation: string, value: Value | undefined): Computed => {
  if (value && !isKnown(value)) return value
  throw new ModelFormatError(operation, 'a computed tensor', 'something else')
}

const arrayOf = ({ shape, values }: Known): WeightArray => ({
  shape,
  values: values instanceof Float32Array ? values : Float32Array.from(values),
})

const biased = (bias: Value | undefined, operation: string, outputs: number): { bias?: WeightArray } => {
  if (!bias) return {}
  const { values } = weightsOf(operation, bias)
  demand(values.length === outputs, operation, `a bias of ${outputs}`, values.length)
  return { bias: arrayOf({ shape: [outputs], values }) }
}

/** `Conv` over one axis: `[1, channels, steps]`. */
export const convolve = ({ type, inputs, attributes, builder }: Operation): Value => {
  const x = computedOf(type, inputs[0])
  const w = weightsOf(type, inputs[1])
  const list = (name: string): readonly number[] => attributes.get(name)?.numbers ?? []
  demand(x.shape.length === 3 && w.shape.length === 3, type, 'one axis of steps', `[${x.shape}]`)
  demand((attributes.get('group')?.number ?? 1) === 1, type, 'one group', 'several')
  demand((list('dilations')[0] ?? 1) === 1, type, 'no dilation', list('dilations'))
  const auto = attributes.get('auto_pad')?.text ?? 'NOTSET'
  demand(auto === 'NOTSET' || auto === 'VALID', type, 'pads that are listed', auto)
  let source = builder.matrixOf(type, x, 2, 1)
  const [before = 0, after = 0] = list('pads')
  if (before + after > 0) {
    source = builder.add({ kind: 'pad', inputs: [source], mode: 'zeros', before, after })
  }
  const name = builder.add({
    kind: 'conv1d',
    inputs: [source],
    kernel: arrayOf(transposeKnown(w, [2, 1, 0])),
    ...biased(inputs[2], type, w.shape[0]),
    stride: list('strides')[0] ?? 1,
  })
  const { steps, channels } = builder.shapeOf(name)
  return builder.tensorOf(name, [1, channels, steps], [2, 1])
}

/** `MatMul` by a constant, or `Gemm`: the last axis is that of the channels. */
export const multiply = ({ type, inputs, attributes, builder }: Operation): Value => {
  const x = computedOf(type, inputs[0])
  const number = (name: string, usual: number): number => attributes.get(name)?.number ?? usual
  const plain = number('alpha', 1) === 1 && number('beta', 1) === 1 && number('transA', 0) === 0
  demand(plain, type, 'alpha and beta of 1, transA of 0', 'others')
  const given = weightsOf(type, inputs[1])
  demand(given.shape.length === 2, type, 'a matrix', `[${given.shape}]`)
  const kernel = number('transB', 0) === 1 ? transposeKnown(given, [1, 0]) : given
  const last = x.shape.length - 1
  const steps = x.order.find((axis) => axis !== last)
  const name = builder.add({
    kind: 'dense',
    inputs: [builder.matrixOf(type, x, steps, last)],
    kernel: arrayOf(kernel),
    ...biased(inputs[2], type, kernel.shape[1]),
  })
  return builder.tensorOf(name, [...x.shape.slice(0, -1), kernel.shape[1]], [steps, last])
}

/** `RNN`, `GRU` or `LSTM` in one direction, a batch of one: all steps, then the state after them. */
export const recur = ({ type, inputs, attributes, builder }: Operation): Value[] => {
  const x = computedOf(type, inputs[0])
  const [steps = 1, batch = 1] = x.shape
  demand(x.shape.length === 3 && batch === 1, type, 'one stream, [steps, 1, channels]', `[${x.shape}]`)
  demand(!inputs[4] && !inputs[7], type, 'no lengths of sequences, no peepholes', 'some')
  const names = ['', 'W', 'R', 'B']
  const take = (name: string | undefined, sides: number): PlannedArray | undefined => {
    const value = name === undefined ? undefined : inputs[names.indexOf(name)]
    return value && plan(`${type}.${name}`, arrayOf(weightsOf(type, value)), sides)
  }
  const told = [...attributes].map(([name, { number, text, numbers }]) => {
    return [name, text ?? number ?? numbers.length > 0] as const
  })
  const node = { type, inputs: inputs[3] ? names : names.slice(0, 3), outputs: [], attributes: new Map(told) }
  const { cell, units, ...arrays } = convertLayer(node, take)
  const made = Object.entries(arrays).map(([part, { shape, make }]) => [part, { shape, values: make() }])
  const name = builder.add({
    kind: 'recurrent',
    inputs: [builder.matrixOf(type, x, 0, 2)],
    cell,
    ...(Object.fromEntries(made) as Record<'kernel' | 'recurrent' | 'bias', WeightArray>),
  })
  const all = builder.tensorOf(name, [steps, 1, 1, units], [0, 3])
  return [all, ...statesOf(builder, name, cell, inputs.slice(5))]
}

const functions = { Relu: 'relu', Sigmoid: 'sigmoid', Tanh: 'tanh', Sqrt: 'sqrt' } as const

/** A function of each number. */
export const apply = ({ type, inputs, builder }: Operation): Value => {
  const x = computedOf(type, inputs[0])
  demand(x.layer !== undefined, type, 'a computed tensor', 'a state')
  const layer = builder.add({
    kind: 'function',
    inputs: [x.layer as string],
    function: functions[type as keyof typeof functions],
  })
  return { shape: x.shape, order: x.order, layer }
}

export const softmax = ({ type, inputs, attributes, builder }: Operation): Value => {
  const x = computedOf(type, inputs[0])
  const told = attributes.get('axis')?.number
  // without an axis old versions take all sides but the first for one
  demand(told !== undefined || x.shape.length <= 2, type, 'an axis', 'none')
  const axis = axisOf(told ?? -1, x.shape.length)
  const steps = x.order.find((other) => other !== axis)
  const matrix = builder.matrixOf(type, x, steps, axis)
  const layer = builder.add({ kind: 'function', inputs: [matrix], function: 'softmax' })
  return { shape: x.shape, order: x.order, layer }
}

/** Channels side by side; states side by side stay states. */
export const concatenate = ({ type, inputs, attributes, builder }: Operation): Value => {
  const all = inputs.map((input) => computedOf(type, input))
  const [{ shape: first }] = all
  const axis = axisOf(attributes.get('axis')?.number ?? 0, first.length)
  const total = all.reduce((sum, { shape }) => sum + shape[axis], 0)
  const shape = first.map((side, a) => (a === axis ? total : side))
  const outermost = shape.every((side, a) => a >= axis || side === 1)
  const order = [...new Set([...all.flatMap((value) => value.order), axis])].filter((a) => shape[a] !== 1)
  const parts =
    outermost && all.every((value) => value.parts) ? all.flatMap(({ parts }) => parts ?? []) : undefined
  if (parts && all.some(({ layer }) => layer === undefined)) {
    return { shape, order: order.sort((a, b) => a - b), parts }
  }
  const steps = all.flatMap((value) => value.order).find((other) => other !== axis)
  const matrices = all.map((value) => builder.matrixOf(type, value, steps, axis))
  const name = builder.add({ kind: 'concat', inputs: matrices })
  return { ...builder.tensorOf(name, shape, [steps, axis]), parts }
}

/** `Pad` of one axis, by zeros or as in a mirror. */
export const padAxis = ({ type, inputs, attributes, builder }: Operation): Value => {
  const x = computedOf(type, inputs[0])
  const pads = Array.from(weightsOf(type, inputs[1]).values)
  const mode = attributes.get('mode')?.text ?? 'constant'
  demand(mode === 'constant' || mode === 'reflect', type, 'constant or reflect', mode)
  const value = inputs[2] ? weightsOf(type, inputs[2]).values[0] : 0
  demand(value === 0 && !inputs[3], type, 'zeros, and no axes', value)
  const rank = x.shape.length
  const padded = [...x.shape.keys()].filter((axis) => pads[axis] !== 0 || pads[axis + rank] !== 0)
  if (padded.length === 0) return x
  const [axis] = padded
  demand(padded.length === 1 && pads.length === 2 * rank, type, 'pads of one axis', pads)
  const other = x.order.find((wide) => wide !== axis) ?? (axis === 0 ? rank - 1 : 0)
  const [before, after] = [pads[axis], pads[axis + rank]]
  const name = builder.add({
    kind: 'pad',
    inputs: [builder.matrixOf(type, x, axis, other)],
    mode: mode === 'reflect' ? 'reflect' : 'zeros',
    before,
    after,
  })
  const shape = x.shape.map((side, a) => (a === axis ? before + side + after : side))
  return builder.tensorOf(name, shape, [axis, other])
}
