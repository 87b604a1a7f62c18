import { type ModelConfig, type RnnModel, weightShapes } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'
import { createFixedShiftModel } from './fixed-shift-model.ts'

/** A net for tests of what is refused: the fixed-shift net's configuration with some of it changed, all weights 0. */
export const createChangedModel = (change: Partial<ModelConfig>): RnnModel => {
  const config = { ...createFixedShiftModel(3).config, ...change }
  const weights = Object.entries(weightShapes(config)).map(([name, shape]) => {
    const size = shape.reduce((product, side) => product * side, 1)
    return [name, { shape, values: new Float32Array(size) }]
  })
  return createModel({ config, weights: Object.fromEntries(weights) }, config.name)
}
