import type { ModelConfig, ModelDefinition, WeightArray } from '../../config.ts'
import { weightShapes } from '../../weight-shapes.ts'

/** One array of weights in the flat block of a net in training. */
export interface ParameterPlace {
  shape: readonly number[]
  /** First number in the block, and numbers from row to row there: columns are padded to a multiple of 8. */
  offset: number
  stride: number
}

/** Place of each array of weights of a net in one block of numbers, and the length of the block. */
export const parameterPlaces = (
  config: ModelConfig,
): { places: Record<string, ParameterPlace>; count: number } => {
  const places: Record<string, ParameterPlace> = {}
  let count = 0
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const stride = Math.ceil((shape.at(-1) ?? 1) / 8) * 8
    places[name] = { shape, offset: count, stride }
    count += stride * (shape.length === 2 ? shape[0] : 1)
  }
  return { places, count }
}

const rowsOf = ({ shape, offset, stride }: ParameterPlace): { columns: number; starts: number[] } => ({
  columns: shape.at(-1) ?? 1,
  starts: Array.from({ length: shape.length === 2 ? shape[0] : 1 }, (_, row) => offset + row * stride),
})

/** Copies weights into a block. */
export const writeParameters = ({ config, weights }: ModelDefinition, block: Float32Array): void => {
  for (const [name, place] of Object.entries(parameterPlaces(config).places)) {
    const { columns, starts } = rowsOf(place)
    starts.forEach((start, row) => {
      block.set(weights[name].values.subarray(row * columns, (row + 1) * columns), start)
    })
  }
}

/** Copies weights, or what is laid out like them, out of a block. */
export const readParameters = (config: ModelConfig, block: Float32Array): ModelDefinition => {
  const weights: Record<string, WeightArray> = {}
  for (const [name, place] of Object.entries(parameterPlaces(config).places)) {
    const { columns, starts } = rowsOf(place)
    const values = new Float32Array(columns * starts.length)
    starts.forEach((start, row) => {
      values.set(block.subarray(start, start + columns), row * columns)
    })
    weights[name] = { shape: place.shape, values }
  }
  return { config, weights }
}
