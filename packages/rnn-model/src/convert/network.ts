import { checkShapes, checkWeights } from '../check-weights.ts'
import type { ModelConfig, ModelDefinition, WeightArray } from '../config.ts'
import type { PlannedArray } from './planned-array.ts'

/** Facts that a file of weights does not tell: the symbols, and the task of the net. */
export type NetworkDescription = Omit<ModelConfig, 'layers'>

/** One recurrent layer in Keras order, as the converters plan it. */
export interface ConvertedLayer {
  cell: string
  units: number
  kernel: PlannedArray
  recurrent: PlannedArray
  bias: PlannedArray
  recurrentBias?: PlannedArray
}

/** The layer behind the recurrent ones, in Keras order. */
export interface ConvertedOutput {
  kernel: PlannedArray
  bias: PlannedArray
}

/**
 * Puts layers and output together. All shapes are checked before the first number is made.
 *
 * @throws ModelFormatError when they do not fit the description
 */
export const assembleNetwork = (
  description: NetworkDescription,
  layers: readonly ConvertedLayer[],
  output: ConvertedOutput,
): ModelDefinition => {
  const planned: Record<string, PlannedArray> = {}
  layers.forEach(({ cell: _cell, units: _units, ...arrays }, l) => {
    for (const [part, array] of Object.entries(arrays)) planned[`layer${l}.${part}`] = array
  })
  planned['output.kernel'] = output.kernel
  planned['output.bias'] = output.bias
  const config = { ...description, layers: layers.map(({ cell, units }) => ({ cell, units })) }
  checkShapes(config, planned)
  const weights: Record<string, WeightArray> = {}
  for (const [name, { shape, make }] of Object.entries(planned)) weights[name] = { shape, values: make() }
  checkWeights({ config, weights })
  return { config, weights }
}
