import { checkWeights } from './check-weights.ts'
import type { ModelDefinition } from './config.ts'
import type { Engine, PrepareOptions } from './engine/engine.ts'
import { typedArrayEngine } from './engine/typed-array.ts'
import { createModelOn, type RnnModel } from './model.ts'

/**
 * Makes a model from its definition, on plain typed arrays unless another engine is given.
 *
 * @param id identity of the weights, normally from `decodeModel`
 * @throws ModelFormatError when weights and configuration disagree
 */
export const createModel = (
  definition: ModelDefinition,
  id: string,
  engine: Engine = typedArrayEngine,
  options: PrepareOptions = {},
): RnnModel => {
  checkWeights(definition)
  return createModelOn(definition, id, engine, options)
}
