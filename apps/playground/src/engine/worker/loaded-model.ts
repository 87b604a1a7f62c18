import { type Counts, createDecipherer, type Fit, loadCounts } from '@runnel/decipher'
import { loadModel, type RnnModel } from '@runnel/rnn-model'
import type { Ready } from '../frame.ts'
import type { TracedNet } from '../reading/column-of.ts'

/** A model that has been loaded, with its counts, and what the page is told of it. */
export interface LoadedModel {
  readonly model: RnnModel
  readonly counts: Counts | undefined
  readonly net: TracedNet
  readonly ready: Ready
}

/** Loads a model and its counts from their files. @throws ModelFormatError when one of them is damaged */
export const openModel = async (file: ArrayBuffer, countsFile?: ArrayBuffer): Promise<LoadedModel> => {
  const [model, counts] = await Promise.all([loadModel(file), countsFile && loadCounts(countsFile)])
  const { config, engine, tokenizer, stateLength } = model
  const cells = config.layers.reduce((sum, { units }) => sum + units, 0)
  return {
    model,
    counts,
    net: { letters: tokenizer.alphabet, units: Math.min(cells, stateLength) },
    ready: { model: config.name, engine, units: cells, ...bitsOf(model, counts) },
  }
}

/** Bits a letter of the language and of chance. Reading a letter also makes ready what every session needs. */
const bitsOf = (model: RnnModel, counts: Counts | undefined): Pick<Fit, 'language' | 'random'> => {
  let fit: Fit | undefined
  const session = createDecipherer({ model, counts }).createSession(undefined, {
    trace(trace) {
      fit = trace.fit()
    },
  })
  session.push('a')
  session.free()
  const { language = 0, random = 0 } = fit ?? {}
  return { language, random }
}
