import { demand } from '../check.ts'
import { type Known, sizeOf } from './values.ts'

/*
 * Operations on tensors that are known: what exporters do to weights and shapes before a layer takes them. Source: the
 * ONNX operator specification.
 */

/** A known list of whole numbers. */
export const knownList = (values: readonly number[]): Known => ({
  shape: [values.length],
  values: Float64Array.from(values),
})

/** The numbers of a tensor under another shape: `places(axis, i)` of all axes add up to the place of each in the old one. */
const picked = (
  known: Known,
  shape: readonly number[],
  places: (axis: number, i: number) => number,
): Known => {
  const length = sizeOf(shape)
  const values = new (known.values.constructor as Float32ArrayConstructor)(length)
  const offsets = shape.map((side, axis) => Array.from({ length: side }, (_, i) => places(axis, i)))
  const index = new Array<number>(shape.length).fill(0)
  let place = offsets.reduce((sum, [first = 0]) => sum + first, 0)
  for (let i = 0; i < length; i++) {
    values[i] = known.values[place]
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const own = offsets[axis]
      const next = index[axis] + 1 < own.length ? index[axis] + 1 : 0
      place += own[next] - own[index[axis]]
      index[axis] = next
      if (next > 0) break
    }
  }
  return { shape, values }
}

/** Steps in the flat array from one place of an axis to the next. */
export const stridesOf = (shape: readonly number[]): number[] =>
  shape.map((_, axis) => sizeOf(shape.slice(axis + 1)))

/** `perm[i]` is the axis that becomes axis i. */
export const transposeKnown = (known: Known, perm: readonly number[]): Known => {
  const strides = stridesOf(known.shape)
  const shape = perm.map((axis) => known.shape[axis])
  return picked(known, shape, (axis, i) => i * strides[perm[axis]])
}

/** Numbers `places` along one axis, which stays. */
export const takeKnown = (known: Known, axis: number, places: readonly number[]): Known => {
  const side = known.shape[axis]
  for (const place of places) demand(place >= 0 && place < side, 'index', `less than ${side}`, place)
  const strides = stridesOf(known.shape)
  const shape = known.shape.map((length, a) => (a === axis ? places.length : length))
  return picked(known, shape, (a, i) => (a === axis ? places[i] : i) * strides[a])
}

/** Several side by side along one axis. */
export const concatKnown = (all: readonly Known[], axis: number): Known => {
  const [{ shape }] = all
  const sides = all.map((one) => one.shape[axis])
  for (const one of all) {
    const fits = one.shape.every((side, a) => a === axis || side === shape[a])
    demand(fits && one.shape.length === shape.length, 'Concat', `shape [${shape}]`, `[${one.shape}]`)
  }
  const total = sides.reduce((sum, side) => sum + side, 0)
  const out = shape.map((side, a) => (a === axis ? total : side))
  const rows = sizeOf(shape.slice(0, axis))
  const values = new (all[0].values.constructor as Float32ArrayConstructor)(sizeOf(out))
  let at = 0
  for (let row = 0; row < rows; row++) {
    for (const one of all) {
      const length = one.values.length / rows
      values.set(one.values.subarray(row * length, (row + 1) * length), at)
      at += length
    }
  }
  return { shape: out, values }
}

/** Repeats what has one place of an axis until it has that shape. */
export const expandKnown = (known: Known, shape: readonly number[]): Known => {
  const own = [...new Array<number>(Math.max(0, shape.length - known.shape.length)).fill(1), ...known.shape]
  const fits = own.length === shape.length && own.every((side, a) => side === 1 || side === shape[a])
  demand(fits, 'tensor', `shape [${shape}] or less`, `[${known.shape}]`)
  const strides = stridesOf(own)
  return picked(known, shape, (axis, i) => (own[axis] === 1 ? 0 : i * strides[axis]))
}

const combining: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Equal: (a, b) => Number(a === b),
}

/** Names of the operations of two numbers each. */
export const combinations: readonly string[] = Object.keys(combining)

/** Number by number; whole numbers stay whole. */
export const combineKnown = (type: string, a: Known, b: Known): Known => {
  const shape = a.shape.length >= b.shape.length && sizeOf(a.shape) >= sizeOf(b.shape) ? a.shape : b.shape
  const [x, y] = [a, b].map((known) => expandKnown(known, shape).values)
  const whole = a.values instanceof Float64Array
  const values = x.map((value, i) => {
    const combined = combining[type](value, y[i])
    return whole ? Math.trunc(combined) : combined
  })
  return { shape, values: type === 'Equal' ? Float64Array.from(values) : values }
}

/** A shape with one side that is worked out (-1) or kept (0). */
export const reshapedTo = (size: number, from: readonly number[], to: readonly number[]): number[] => {
  const sides = to.map((side, axis) => (side === 0 ? from[axis] : side))
  const rest = sizeOf(sides.filter((side) => side !== -1))
  const shape = sides.map((side) => (side === -1 ? size / rest : side))
  const fits = shape.every((side) => Number.isSafeInteger(side) && side >= 0) && sizeOf(shape) === size
  demand(fits, 'Reshape', `${size} numbers`, `[${to}]`)
  return shape
}

/** Places that a slice with a step takes, in order. */
export const slicePlaces = (side: number, start: number, end: number, step: number): number[] => {
  demand(Number.isSafeInteger(step) && step !== 0, 'Slice', 'a step', step)
  const clamp = (place: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, place < 0 ? place + side : place))
  const [from, to] =
    step > 0
      ? [clamp(start, 0, side), clamp(end, 0, side)]
      : [clamp(start, 0, side - 1), clamp(end, -1, side - 1)]
  const places: number[] = []
  for (let place = from; step > 0 ? place < to : place > to; place += step) places.push(place)
  return places
}
