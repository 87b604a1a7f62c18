import { cellOf } from './cells/cell-of.ts'
import { checkConfig } from './check-config.ts'
import type { ModelConfig } from './config.ts'
import { tokenizerOf } from './tokenizer-of.ts'

/** Name and shape of every array of weights that a configuration needs. @throws ModelFormatError */
export const weightShapes = (config: ModelConfig): Record<string, number[]> => {
  checkConfig(config)
  const shapes: Record<string, number[]> = {}
  const { vocabulary } = tokenizerOf(config)
  let inputs = config.input === 'scalar' ? 1 : vocabulary
  config.layers.forEach(({ cell, units }, layer) => {
    const { gates, recurrentBias } = cellOf(cell)
    const width = gates.length * units
    shapes[`layer${layer}.kernel`] = [inputs, width]
    shapes[`layer${layer}.recurrent`] = [units, width]
    shapes[`layer${layer}.bias`] = [width]
    if (recurrentBias) shapes[`layer${layer}.recurrentBias`] = [width]
    inputs = units
  })
  const outputs = config.task.kind === 'recognise-key' ? config.task.keys : vocabulary
  shapes['output.kernel'] = [inputs, outputs]
  shapes['output.bias'] = [outputs]
  return shapes
}
