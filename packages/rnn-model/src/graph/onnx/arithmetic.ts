import { demand } from '../check.ts'
import type { CombineLayer } from '../definition.ts'
import { combineKnown, expandKnown, transposeKnown } from './known.ts'
import { computedOf, type Operation, weightsOf } from './layers.ts'
import { type Computed, isKnown, type Known, type Value, wideAxes } from './values.ts'

const kinds: Readonly<Record<string, CombineLayer['kind']>> = {
  Add: 'add',
  Sub: 'subtract',
  Mul: 'multiply',
  Div: 'multiply',
}

/** Two tensors number by number; what is known is repeated to the shape of what is not. */
export const combineValues = (operation: Operation): Value => {
  const { type, inputs } = operation
  const [a, b] = inputs
  if (a && b && isKnown(a) && isKnown(b)) return combineKnown(type, a, b)
  demand(type in kinds, type, 'known tensors', 'others')
  demand(type !== 'Div' || (b !== undefined && isKnown(b)), type, 'a known divisor', 'another')
  const like = [a, b].find((value) => value && !isKnown(value)) as Computed
  return combineLayers(operation, kinds[type], like, [a, type === 'Div' ? reciprocal(b as Known) : b])
}

const reciprocal = ({ shape, values }: Known): Known => ({ shape, values: values.map((value) => 1 / value) })

const combineLayers = (
  { type, builder }: Operation,
  kind: CombineLayer['kind'],
  { shape, order }: Computed,
  operands: readonly (Value | undefined)[],
): Value => {
  const sides = builder.shapeOf(
    computedOf(
      type,
      operands.find((value) => value && !isKnown(value)),
    ).layer ?? '',
  )
  demand(sides !== undefined, type, 'a computed tensor', 'a state')
  const layers = operands.map((value) => {
    if (value && isKnown(value)) {
      const wide = wideAxes(shape)
      const rest = [...shape.keys()].filter((axis) => !wide.includes(axis))
      const held = transposeKnown(expandKnown(value, shape), [...rest, ...order])
      const values = { shape: [sides.steps, sides.channels], values: Float32Array.from(held.values) }
      return builder.add({ kind: 'constant', inputs: [], values })
    }
    const { layer, ...own } = computedOf(type, value)
    const same = own.shape.join() === shape.join() && own.order.join() === order.join()
    demand(same && layer !== undefined, type, `shape [${shape}]`, `[${own.shape}]`)
    const { steps, channels } = builder.shapeOf(layer as string)
    if (steps === sides.steps && channels === sides.channels) return layer as string
    return builder.add({ kind: 'reshape', inputs: [layer as string], shape: sides })
  })
  return { shape, order, layer: builder.add({ kind, inputs: layers }) }
}

/** The square, or the square root. */
export const power = (operation: Operation): Value => {
  const { type, inputs, builder } = operation
  const x = computedOf(type, inputs[0])
  const [exponent] = weightsOf(type, inputs[1]).values
  demand((exponent === 2 || exponent === 0.5) && x.layer !== undefined, type, 'a power of 2 or 1/2', exponent)
  const layer = x.layer as string
  const power =
    exponent === 2
      ? builder.add({ kind: 'multiply', inputs: [layer, layer] })
      : builder.add({ kind: 'function', inputs: [layer], function: 'sqrt' })
  return { shape: x.shape, order: x.order, layer: power }
}
