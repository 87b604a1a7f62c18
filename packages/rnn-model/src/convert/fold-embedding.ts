import { ModelFormatError } from '../errors.ts'
import type { PlannedArray } from './planned-array.ts'

/**
 * Plans embedding and kernel as one matrix: the input is a symbol, so their product is a row look-up too.
 *
 * @param embedding `[symbols, size]`
 * @param kernel `[size, width]`
 * @throws ModelFormatError when one does not fit the other
 */
export const foldEmbedding = (embedding: PlannedArray, kernel: PlannedArray): PlannedArray => {
  const [symbols, size] = embedding.shape
  const [inputs, width] = kernel.shape
  if (size !== inputs) throw new ModelFormatError('embedding', `[symbols, ${inputs}]`, `[${embedding.shape}]`)
  return {
    shape: [symbols, width],
    make() {
      const [vectors, weights] = [embedding.make(), kernel.make()]
      const product = new Float32Array(symbols * width)
      for (let symbol = 0; symbol < symbols; symbol++) {
        for (let j = 0; j < width; j++) {
          let sum = 0
          for (let k = 0; k < size; k++) sum += vectors[symbol * size + k] * weights[k * width + j]
          product[symbol * width + j] = sum
        }
      }
      return product
    },
  }
}
