import type { WeightArray } from '../config.ts'
import { ModelFormatError } from '../errors.ts'

/** Numbers that the layers of a graph may give a call, all together: four minutes of sound at 16 kHz; nets that stream take thousands. */
const MOST_NUMBERS: number = 2 ** 22

/** Throws unless `holds`. @throws ModelFormatError */
export const demand = (holds: boolean, field: string, expected: string, received: unknown): void => {
  if (!holds) throw new ModelFormatError(field, expected, String(received).slice(0, 80))
}

/** Checks a count: a whole number from `least` up to the most numbers that a graph may hold. @throws ModelFormatError */
export const checkCount = (field: string, value: number, least: number): void => {
  const fits = Number.isSafeInteger(value) && value >= least && value <= MOST_NUMBERS
  demand(fits, field, `a whole number from ${least} to ${MOST_NUMBERS}`, value)
}

/** Checks that an array has just that shape, all finite. @throws ModelFormatError */
export const checkArray = (
  field: string,
  array: WeightArray | undefined,
  shape: readonly number[],
): WeightArray => {
  if (array?.shape?.join() !== shape.join()) {
    throw new ModelFormatError(field, `shape [${shape}]`, array ? `[${array.shape}]` : 'no such array')
  }
  const size = shape.reduce((product, side) => product * side, 1)
  demand(array.values.length === size, field, `${size} numbers`, array.values.length)
  demand(array.values.every(Number.isFinite), field, 'finite numbers', 'one that is not')
  return array
}

/** The sides of an array of weights. @throws ModelFormatError when there are not that many, positive whole numbers */
export const sidesOf = (field: string, array: WeightArray | undefined, count: number): readonly number[] => {
  const sides = array?.shape ?? []
  demand(sides.length === count, field, `${count} sides`, `shape [${sides}]`)
  for (const side of sides) checkCount(field, side, 1)
  return sides
}
