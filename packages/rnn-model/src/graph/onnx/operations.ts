import { demand } from '../check.ts'
import { combineValues, power } from './arithmetic.ts'
import type { OnnxAttribute } from './file.ts'
import { concatKnown, knownList } from './known.ts'
import { apply, concatenate, convolve, multiply, type Operation, padAxis, recur, softmax } from './layers.ts'
import {
  gatherValue,
  meanOf,
  reshapeValue,
  shapeOfValue,
  sliceValue,
  squeezeValue,
  transposeValue,
  unsqueezeValue,
} from './moves.ts'
import { axisOf, isKnown, type Known, sizeOf, type Value } from './values.ts'

type Run = (operation: Operation) => Value | readonly Value[]

const first = ({ type, inputs }: Operation): Value => {
  const [value] = inputs
  demand(value !== undefined, type, 'an input', 'none')
  return value as Value
}

const numberOf = ({ attributes }: Operation, name: string, usual: number): number =>
  attributes.get(name)?.number ?? usual

/** Whole numbers that are an attribute in old files, and an input in new ones. */
const listOf = ({ type, attributes, inputs }: Operation, name: string, input = 1): number[] | undefined => {
  const value = inputs[input]
  const listed: OnnxAttribute | undefined = attributes.get(name)
  if (listed) return [...listed.numbers]
  if (!value) return undefined
  demand(isKnown(value), type, `known ${name}`, 'something else')
  return Array.from((value as Known).values)
}

const slice: Run = (operation) => {
  const value = first(operation)
  const [starts = [], ends = [], axes, steps] = ['starts', 'ends', 'axes', 'steps'].map((name, i) =>
    listOf(operation, name, i + 1),
  )
  return starts.reduce((cut, start, i) => {
    const axis = axisOf(axes?.[i] ?? i, value.shape.length)
    return sliceValue(operation.builder, cut, axis, [start, ends[i], steps?.[i] ?? 1])
  }, value)
}

const gather: Run = (operation) => {
  const value = first(operation)
  const index = operation.inputs[1]
  demand(index !== undefined && isKnown(index), 'Gather', 'a known index', 'something else')
  const axis = axisOf(numberOf(operation, 'axis', 0), value.shape.length)
  return gatherValue(operation.builder, value, axis, index as Known)
}

const concat: Run = (operation) => {
  const known = operation.inputs.filter((value) => value !== undefined && isKnown(value)) as Known[]
  if (known.length < operation.inputs.length || known.length === 0) return concatenate(operation)
  return concatKnown(known, axisOf(numberOf(operation, 'axis', 0), known[0].shape.length))
}

const split: Run = (operation) => {
  const value = first(operation)
  const axis = axisOf(numberOf(operation, 'axis', 0), value.shape.length)
  const sizes = listOf(operation, 'split') ?? []
  demand(sizes.length > 0, 'Split', 'sizes that are listed', 'none')
  let at = 0
  return sizes.map((size) => {
    at += size
    return sliceValue(operation.builder, value, axis, [at - size, at, 1])
  })
}

const flatten: Run = (operation) => {
  const value = first(operation)
  const axis = axisOf(numberOf(operation, 'axis', 1), value.shape.length)
  return reshapeValue(value, [sizeOf(value.shape.slice(0, axis)), -1])
}

const cast: Run = (operation) => {
  const value = first(operation)
  const float = numberOf(operation, 'to', 1) === 1
  demand(float || isKnown(value), 'Cast', 'float32', 'whole numbers of a computed tensor')
  if (!isKnown(value)) return value
  return {
    shape: value.shape,
    values: float ? Float32Array.from(value.values) : Float64Array.from(value.values),
  }
}

const constant: Run = (operation) => {
  const { attributes } = operation
  const value = attributes.get('value')?.tensor()
  if (value) return value
  const [whole, list] = [attributes.get('value_int')?.number, attributes.get('value_ints')?.numbers]
  if (list) return knownList(list)
  const float = attributes.get('value_float')?.number
  if (float !== undefined) return { shape: [], values: Float32Array.of(float) }
  demand(whole !== undefined, 'Constant', 'a tensor or whole numbers', 'something else')
  return { shape: [], values: Float64Array.of(whole as number) }
}

const constantOfShape: Run = (operation) => {
  const shape = listOf(operation, 'shape', 0) ?? []
  const value = operation.attributes.get('value')?.tensor()?.values ?? Float32Array.of(0)
  demand(sizeOf(shape) <= 1024, 'ConstantOfShape', 'at most 1024 numbers', sizeOf(shape))
  const Numbers = value.constructor as Float32ArrayConstructor
  return { shape, values: new Numbers(sizeOf(shape)).fill(value[0]) }
}

const not: Run = (operation) => {
  const value = first(operation)
  demand(isKnown(value), 'Not', 'a known tensor', 'something else')
  return { shape: value.shape, values: (value as Known).values.map((one) => Number(!one)) }
}

const transpose: Run = (operation) => {
  const value = first(operation)
  const axes = [...value.shape.keys()]
  return transposeValue(value, operation.attributes.get('perm')?.numbers ?? axes.reverse())
}

/** Every operation by its name in ONNX, but for branches, which are the business of whoever calls. */
export const operations: Readonly<Record<string, Run>> = {
  Constant: constant,
  ConstantOfShape: constantOfShape,
  Identity: first,
  Dropout: first,
  Cast: cast,
  Shape: (operation) => shapeOfValue(first(operation)),
  Size: (operation) => ({ shape: [], values: Float64Array.of(sizeOf(first(operation).shape)) }),
  Squeeze: (operation) => squeezeValue(first(operation), listOf(operation, 'axes')),
  Unsqueeze: (operation) => unsqueezeValue(first(operation), listOf(operation, 'axes') ?? []),
  Reshape: (operation) => reshapeValue(first(operation), listOf(operation, 'shape') ?? []),
  Flatten: flatten,
  Transpose: transpose,
  Slice: slice,
  Gather: gather,
  Split: split,
  Concat: concat,
  Not: not,
  ReduceMean: (operation) =>
    meanOf(
      first(operation),
      listOf(operation, 'axes') ?? [...first(operation).shape.keys()],
      numberOf(operation, 'keepdims', 1) === 1,
    ),
  Add: combineValues,
  Sub: combineValues,
  Mul: combineValues,
  Div: combineValues,
  Equal: combineValues,
  Pow: power,
  Pad: padAxis,
  Conv: convolve,
  MatMul: multiply,
  Gemm: multiply,
  RNN: recur,
  GRU: recur,
  LSTM: recur,
  Relu: apply,
  Sigmoid: apply,
  Tanh: apply,
  Sqrt: apply,
  Softmax: softmax,
}
