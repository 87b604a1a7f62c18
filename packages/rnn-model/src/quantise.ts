import type { ModelDefinition, QuantisedArray, WeightArray } from './config.ts'

/**
 * Rounds the matrices of a net to 8 bits, so that its file takes a quarter of the bytes. Biases stay as they
 * are. The net that is returned has the rounded values, in float32 and as whole numbers.
 *
 * Each output of a product has a scale of its own: its largest weight counts 127.
 */
export const quantiseModel = ({ config, weights }: ModelDefinition): ModelDefinition => ({
  config,
  weights: Object.fromEntries(
    Object.entries(weights).map(([name, array]) => [name, array.shape.length === 2 ? rounded(array) : array]),
  ),
})

const rounded = ({ shape, values }: WeightArray): WeightArray => {
  const [rows, columns] = shape
  const scales = Float32Array.from({ length: columns }, (_, j) => {
    let largest = 0
    for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(values[i * columns + j]))
    return largest === 0 ? 1 : largest / 127
  })
  const whole = Int8Array.from(values, (value, i) =>
    Math.max(-127, Math.min(127, Math.round(value / scales[i % columns]))),
  )
  const quantised = { values: whole, scales }
  return { shape, values: realValues(quantised), quantised }
}

/** The weights as float32: whole number times scale, rounded once. */
export const realValues = ({ values, scales }: QuantisedArray): Float32Array => {
  const real = new Float32Array(values.length)
  const columns = scales.length
  for (let i = 0, j = 0; i < real.length; i++, j = j + 1 === columns ? 0 : j + 1)
    real[i] = values[i] * scales[j]
  return real
}
