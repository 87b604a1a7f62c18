import { createRandom, type Random } from '@runnel/core'
import type { ModelConfig, ModelDefinition, WeightArray } from '../config.ts'
import { weightShapes } from '../weight-shapes.ts'

/**
 * Random weights from a seed, as Keras starts its layers: kernels Glorot uniform, recurrent weights
 * orthogonal, biases zero. Sources: Glorot and Bengio (2010); Saxe et al. (2014).
 */
export const initialWeights = (config: ModelConfig, seed: number): ModelDefinition => {
  const random = createRandom(seed)
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const [rows, columns] = shape
    const values = name.toLowerCase().endsWith('bias')
      ? new Float32Array(rows)
      : name.endsWith('recurrent')
        ? orthogonal(rows, columns, random)
        : glorot(rows, columns, random)
    weights[name] = { shape, values }
  }
  return { config, weights }
}

const glorot = (rows: number, columns: number, random: Random): Float32Array => {
  const limit = Math.sqrt(6 / (rows + columns))
  return Float32Array.from({ length: rows * columns }, () => (2 * random.next() - 1) * limit)
}

/** Square blocks `[rows, rows]` side by side, each orthogonal by the modified Gram-Schmidt method. */
const orthogonal = (rows: number, columns: number, random: Random): Float32Array => {
  const values = new Float32Array(rows * columns)
  for (let block = 0; block < columns; block += rows) {
    const basis: Float64Array[] = []
    while (basis.length < rows) {
      const vector = Float64Array.from({ length: rows }, () => random.normal())
      for (const other of basis) {
        const product = vector.reduce((sum, v, i) => sum + v * other[i], 0)
        for (let i = 0; i < rows; i++) vector[i] -= product * other[i]
      }
      const norm = Math.hypot(...vector)
      basis.push(vector.map((v) => v / norm))
    }
    basis.forEach((vector, row) => {
      values.set(vector, row * columns + block)
    })
  }
  return values
}
