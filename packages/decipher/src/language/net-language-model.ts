import { type RnnModel, taskOf } from '@runnel/rnn-model'
import type { LanguageModel } from './language-model.ts'

/** A net as a language model. @throws InvalidOptionError when it was trained for another task */
export const netLanguageModel = (net: RnnModel): LanguageModel => {
  taskOf(net.config, 'language')
  return { ...net, name: net.config.name }
}
