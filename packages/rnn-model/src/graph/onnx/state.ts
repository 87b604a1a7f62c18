import { cellOf } from '../../cells/cell-of.ts'
import { demand } from '../check.ts'
import type { GraphBuilder } from './builder.ts'
import { isKnown, type StatePart, sizeOf, type Value, wideAxes } from './values.ts'

/**
 * The states of a recurrent layer after a call, h and perhaps c, each `[1, 1, units]`, and a note of what they begin with.
 * h is also its last step.
 */
export const statesOf = (
  builder: GraphBuilder,
  layer: string,
  cell: string,
  starts: readonly (Value | undefined)[],
): Value[] => {
  const { steps, channels: units } = builder.shapeOf(layer)
  const shape = [1, 1, units]
  return Array.from({ length: cellOf(cell).stateVectors }, (_, vector) => {
    const source = `${layer}.${vector}`
    builder.states.push({ source, length: units, start: startOf(source, units, starts[vector]) })
    const parts = [{ source, from: 0, length: units }]
    if (vector > 0) return { shape, order: wideAxes(shape), parts }
    const last =
      steps === 1
        ? layer
        : builder.add({ kind: 'slice', inputs: [layer], axis: 'steps', from: steps - 1, to: steps })
    return { ...builder.tensorOf(last, shape, [2]), parts }
  })
}

const startOf = (
  source: string,
  units: number,
  start: Value | undefined,
): readonly StatePart[] | undefined => {
  if (!start) return undefined
  demand(sizeOf(start.shape) === units, source, `a state of ${units}`, `[${start.shape}]`)
  if (!isKnown(start)) {
    demand(start.parts !== undefined, source, 'a state input as the state before', 'a computed tensor')
    return start.parts
  }
  demand(
    start.values.every((value) => value === 0),
    source,
    'zeros as the first state',
    'other numbers',
  )
  return undefined
}

/** The tensor of a state input. */
export const stateInput = (name: string, shape: readonly number[]): Value => ({
  shape,
  order: wideAxes(shape),
  parts: [{ source: name, from: 0, length: sizeOf(shape) }],
})

/**
 * Checks that a graph gives its state as it takes it: each number of the output where the input has the state that the same
 * layer begins with. Then the graph is run with its state carried on.
 *
 * @throws ModelFormatError
 */
export const checkCarried = ({ states }: GraphBuilder, input: string, size: number, next: Value): void => {
  const parts = isKnown(next) ? [] : (next.parts ?? [])
  let at = 0
  for (const { source, from, length } of parts) {
    const state = states.find((one) => one.source === source)
    const [start, ...more] = state?.start ?? []
    const fits =
      more.length === 0 &&
      start?.source === input &&
      start.length === state?.length &&
      start.from + from === at
    demand(fits, input, 'a state that comes out as it goes in', `${source} at ${at}`)
    at += length
  }
  demand(at === size, input, `${size} numbers of state that come out`, at)
}
