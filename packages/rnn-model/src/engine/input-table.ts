import type { ModelDefinition } from '../config.ts'

/**
 * W x + b of the first layer for every token id, `[width]` each: a row look-up in place of a product with a
 * unit vector. Sums in float64, rounded once.
 */
export const inputTable = ({ config, weights }: ModelDefinition, vocabulary: number): Float32Array[] => {
  const {
    values: kernel,
    shape: [size, width],
  } = weights['layer0.kernel']
  const bias = weights['layer0.bias'].values
  return Array.from({ length: vocabulary }, (_, id) => {
    const row = bias.slice()
    if (config.input === 'scalar') for (let j = 0; j < width; j++) row[j] += id * kernel[j]
    else if (id < size) for (let j = 0; j < width; j++) row[j] += kernel[id * width + j]
    return row
  })
}
