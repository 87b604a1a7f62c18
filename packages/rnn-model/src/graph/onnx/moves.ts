import { demand } from '../check.ts'
import type { GraphBuilder } from './builder.ts'
import { knownList, reshapedTo, slicePlaces, takeKnown, transposeKnown } from './known.ts'
import { type Computed, isKnown, type Known, type StatePart, sizeOf, type Value, wideAxes } from './values.ts'

/*
 * Operations that move numbers or name them anew, on tensors of either kind.
 */

/** The same numbers, row after row, under another shape. */
export const reshapeValue = (value: Value, to: readonly number[]): Value => {
  const shape = reshapedTo(sizeOf(value.shape), value.shape, to)
  if (isKnown(value)) return { shape, values: value.values }
  const [from, wide] = [wideAxes(value.shape), wideAxes(shape)]
  if (value.order.join() === from.join()) return { ...value, shape, order: wide }
  const sides = (axes: readonly number[], of: readonly number[]): string => axes.map((a) => of[a]).join()
  demand(sides(from, value.shape) === sides(wide, shape), 'Reshape', `sides [${value.shape}]`, `[${shape}]`)
  return { ...value, shape, order: value.order.map((axis) => wide[from.indexOf(axis)]) }
}

/** `perm[i]` is the axis that becomes axis i. */
export const transposeValue = (value: Value, perm: readonly number[]): Value => {
  demand([...perm].sort((a, b) => a - b).join() === [...value.shape.keys()].join(), 'perm', 'axes', perm)
  if (isKnown(value)) return transposeKnown(value, perm)
  const shape = perm.map((axis) => value.shape[axis])
  const order = value.order.map((axis) => perm.indexOf(axis))
  const moved = wideAxes(value.shape).map((axis) => perm.indexOf(axis))
  const parts = moved.join() === wideAxes(shape).join() ? value.parts : undefined
  return { shape, order, layer: value.layer, parts }
}

/** Numbers `from` until before `to` along one axis, which stays. */
const cut = (builder: GraphBuilder, value: Computed, axis: number, from: number, to: number): Computed => {
  const { shape, order, layer, parts } = value
  const side = shape[axis]
  if (from === 0 && to === side) return value
  const next = shape.map((length, a) => (a === axis ? to - from : length))
  const inner = sizeOf(shape) / side
  const outermost = wideAxes(shape)[0] === axis
  const kept = parts && outermost ? cutParts(parts, from * inner, to * inner) : undefined
  const place = order.indexOf(axis)
  if (layer === undefined) {
    demand(kept !== undefined, 'Slice', 'the first wide axis of a state', `axis ${axis} of [${shape}]`)
    return { shape: next, order: order.filter((a) => next[a] !== 1), parts: kept }
  }
  const [steps, channels] = order.length > 1 ? order : [undefined, order[0]]
  const matrix = builder.matrixOf('Slice', value, steps, channels)
  const kind = place === 0 && order.length > 1 ? 'steps' : 'channels'
  const cutLayer = builder.add({ kind: 'slice', inputs: [matrix], axis: kind, from, to })
  return { ...builder.tensorOf(cutLayer, next, order), parts: kept }
}

const cutParts = (parts: readonly StatePart[], from: number, to: number): StatePart[] => {
  let at = 0
  return parts.flatMap(({ source, from: start, length }) => {
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, length)]
    at += length
    return first < last ? [{ source, from: start + first, length: last - first }] : []
  })
}

/** Places of one axis, with a step; of what is computed, in one piece. */
export const sliceValue = (
  builder: GraphBuilder,
  value: Value,
  axis: number,
  [start, end, step]: readonly number[],
): Value => {
  const places = slicePlaces(value.shape[axis], start, end, step)
  if (isKnown(value)) return takeKnown(value, axis, places)
  demand(step === 1 && places.length > 0, 'Slice', 'one piece', `step ${step}`)
  return cut(builder, value, axis, places[0], places[0] + places.length)
}

/** Places of one axis by a known list, or by one number, which takes the axis away. */
export const gatherValue = (builder: GraphBuilder, value: Value, axis: number, index: Known): Value => {
  const side = value.shape[axis]
  const places = Array.from(index.values, (place) => (place < 0 ? place + side : place))
  const shape = [...value.shape.slice(0, axis), ...index.shape, ...value.shape.slice(axis + 1)]
  if (isKnown(value)) return reshapeValue(takeKnown(value, axis, places), shape)
  const [first] = places
  demand(places.length === 1 && first >= 0 && first < side, 'Gather', 'one place', places)
  return reshapeValue(cut(builder, value, axis, first, first + 1), shape)
}

/** Takes away axes of one place; all of them where none is named. */
export const squeezeValue = (value: Value, axes: readonly number[] | undefined): Value => {
  const { shape } = value
  const gone = axes?.map((axis) => (axis < 0 ? axis + shape.length : axis))
  for (const axis of gone ?? []) demand(shape[axis] === 1, 'Squeeze', 'an axis of one place', `[${shape}]`)
  return reshapeValue(
    value,
    shape.filter((side, axis) => (gone ? !gone.includes(axis) : side !== 1)),
  )
}

/** The mean over axes of one place, which is what stands there. */
export const meanOf = (value: Value, axes: readonly number[], keep: boolean): Value => {
  const squeezed = squeezeValue(value, axes)
  return keep ? value : squeezed
}

/** Adds axes of one place, counted in the new shape. */
export const unsqueezeValue = (value: Value, axes: readonly number[]): Value => {
  const rank = value.shape.length + axes.length
  const added = axes.map((axis) => (axis < 0 ? axis + rank : axis))
  const sides = [...value.shape]
  return reshapeValue(
    value,
    Array.from({ length: rank }, (_, axis) => (added.includes(axis) ? 1 : (sides.shift() ?? 1))),
  )
}

/** The shape of a tensor, as a known list. */
export const shapeOfValue = ({ shape }: Value): Known => knownList(shape)
