import { ModelFormatError } from '../errors.ts'

/** An array of a file: row after row. */
export interface NamedArray {
  shape: readonly number[]
  readonly values: Float32Array
}

/** An array whose shape can be checked before its numbers are made. */
export interface PlannedArray {
  shape: readonly number[]
  make(): Float32Array
}

/** Plans an array as it stands in a file. @throws ModelFormatError when it has another number of sides */
export const plan = (name: string, array: NamedArray, sides: number): PlannedArray => {
  checkSides(name, array.shape, sides)
  return { shape: array.shape, make: () => array.values }
}

/** Checks the number of sides. @throws ModelFormatError */
export const checkSides = (name: string, shape: readonly number[], sides: number): void => {
  if (shape.length !== sides) throw new ModelFormatError(name, `${sides} sides`, `shape [${shape}]`)
}

/** Plans a vector of zeros, for a net without a bias. */
export const zeros = (length: number): PlannedArray => ({
  shape: [length],
  make: () => new Float32Array(length),
})

/** Plans the sum of two arrays. @throws ModelFormatError when their shapes differ */
export const sumOf = (name: string, a: PlannedArray, b: PlannedArray): PlannedArray => {
  if (a.shape.join() !== b.shape.join()) {
    throw new ModelFormatError(name, `shape [${a.shape}]`, `[${b.shape}]`)
  }
  return {
    shape: a.shape,
    make() {
      const added = b.make()
      return a.make().map((value, i) => value + added[i])
    },
  }
}
