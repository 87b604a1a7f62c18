import { InvalidOptionError } from '@runnel/core'
import type { LanguageModel } from '../language/language-model.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
import type { FindingMeans } from './key-finder.ts'

/** The means' model as one of language. @throws InvalidOptionError when its net does something else */
export const languageModelOf = (model: FindingMeans['model'], name: string): LanguageModel => {
  if (!model)
    throw new InvalidOptionError('model', undefined, `a model of language, to find the keys of ${name}`)
  if (!('config' in model)) return model
  if (model.config.task.kind === 'language') return netLanguageModel(model)
  throw new InvalidOptionError('model', model.config.name, `a model of language, to find the keys of ${name}`)
}
