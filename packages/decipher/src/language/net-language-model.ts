import { type RnnModel, taskOf } from '@runnel/rnn-model'
import type { LanguageModel } from './language-model.ts'

/**
 * Least probability of any symbol to a net, so that one surprise, such as a typing error, does not kill the true key.
 * Chosen on Moby-Dick.
 */
const LEAST = 1e-4

/** A net as a language model. @throws InvalidOptionError when it was trained for another task */
export const netLanguageModel = (net: RnnModel): LanguageModel => {
  taskOf(net.config, 'language')
  return { ...net, name: net.config.name, least: LEAST }
}
