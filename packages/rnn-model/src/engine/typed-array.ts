import { softmax } from '../activations.ts'
import { cellOf, inputSize, type ModelConfig, tokenizerOf, type WeightArray } from '../config.ts'
import type { Engine } from './engine.ts'

/** Runs nets in plain JavaScript: sums in float64, weights and state in float32. Works everywhere. */
export const typedArrayEngine: Engine = {
  name: 'typed-array',
  prepare({ config, weights }) {
    const layers = config.layers.map(({ cell, units }, layer) => ({
      cell: cellOf(cell),
      kernel: weights[`layer${layer}.kernel`].values,
      recurrent: weights[`layer${layer}.recurrent`].values,
      bias: weights[`layer${layer}.bias`].values,
      stateLength: units * cellOf(cell).stateVectors,
      units,
    }))
    const table = inputTable(config, weights['layer0.kernel'], weights['layer0.bias'])
    const { kernel, bias } = { kernel: weights['output.kernel'].values, bias: weights['output.bias'].values }
    const widest = Math.max(...layers.map((layer) => layer.bias.length))
    const sums = new Float64Array(Math.max(widest, bias.length))
    const input = new Float32Array(widest)

    return {
      createState: () => ({
        values: new Float32Array(layers.reduce((sum, layer) => sum + layer.stateLength, 0)),
        output: new Float32Array(bias.length),
      }),
      step(id, { values, output }) {
        let x = table[id]
        let offset = 0
        for (let l = 0; l < layers.length; l++) {
          const { cell, recurrent, stateLength, units } = layers[l]
          const state = values.subarray(offset, offset + stateLength)
          cell.step(x, recurrent, state, sums)
          offset += stateLength
          if (l + 1 < layers.length) {
            x = input.subarray(0, layers[l + 1].bias.length)
            affine(state.subarray(0, units), layers[l + 1].kernel, layers[l + 1].bias, sums, x)
          }
        }
        const last = layers[layers.length - 1]
        const h = values.subarray(offset - last.stateLength, offset - last.stateLength + last.units)
        affine(h, kernel, bias, sums, output)
        softmax(output)
      },
    }
  },
}

/** out ← x K + b, with `kernel` as `[x.length, bias.length]`. */
const affine = (
  x: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
  sums: Float64Array,
  out: Float32Array,
): void => {
  const width = bias.length
  for (let j = 0; j < width; j++) sums[j] = bias[j]
  for (let i = 0, row = 0; i < x.length; i++, row += width) {
    const xi = x[i]
    for (let j = 0; j < width; j++) sums[j] += xi * kernel[row + j]
  }
  for (let j = 0; j < width; j++) out[j] = sums[j]
}

/** W x + b of the first layer for every token id: row look-up in place of a product with a unit vector. */
const inputTable = (config: ModelConfig, kernel: WeightArray, bias: WeightArray): Float32Array[] => {
  const oneHot = config.input === 'one-hot'
  const size = inputSize(config)
  return Array.from({ length: tokenizerOf(config).vocabulary }, (_, id) => {
    const x = new Float32Array(size)
    if (oneHot) x[id] = 1
    else x[0] = id
    const row = new Float32Array(bias.values.length)
    affine(x, kernel.values, bias.values, new Float64Array(row.length), row)
    return row
  })
}
