import { inputSize, type ModelDefinition, tokenizerOf } from '../config.ts'

/**
 * W x + b of the first layer for every token id, `[width]` each: a row look-up in place of a product with a
 * unit vector. Sums in float64, rounded once.
 */
export const inputTable = ({ config, weights }: ModelDefinition): Float32Array[] => {
  const kernel = weights['layer0.kernel'].values
  const bias = weights['layer0.bias'].values
  const oneHot = config.input === 'one-hot'
  const size = inputSize(config)
  const width = bias.length
  return Array.from({ length: tokenizerOf(config).vocabulary }, (_, id) => {
    const row = bias.slice()
    if (!oneHot) for (let j = 0; j < width; j++) row[j] += id * kernel[j]
    else if (id < size) for (let j = 0; j < width; j++) row[j] += kernel[id * width + j]
    return row
  })
}
