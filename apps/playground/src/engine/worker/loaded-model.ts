import { type Counts, type Decipherer, type Fit, loadCounts } from '@runnel/decipher'
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

/** Files of a model and of its counts. */
interface ModelParts {
  readonly model: ArrayBuffer
  readonly counts?: ArrayBuffer
}

/**
 * Loads a model and its counts from their files.
 *
 * @param usual makes the decipherer of usual texts
 * @throws ModelFormatError when one of them is damaged
 */
export const openModel = async (
  files: ModelParts,
  usual: (means: Pick<LoadedModel, 'model' | 'counts'>) => Decipherer,
): Promise<LoadedModel> => {
  const [model, counts] = await Promise.all([
    loadModel(files.model),
    files.counts && loadCounts(files.counts),
  ])
  const { config, engine, tokenizer, stateLength } = model
  const cells = config.layers.reduce((sum, { units }) => sum + units, 0)
  return {
    model,
    counts,
    net: { letters: tokenizer.alphabet, units: Math.min(cells, stateLength) },
    ready: { model: config.name, engine, units: cells, ...bitsOf(usual({ model, counts })) },
  }
}

/** Bits a letter of the language and of chance. Reading a letter also makes ready what every session needs. */
const bitsOf = (decipherer: Decipherer): Pick<Fit, 'language' | 'random'> => {
  let fit: Fit | undefined
  const session = decipherer.createSession(undefined, {
    trace(trace) {
      fit = trace.fit()
    },
  })
  session.push('a')
  session.free()
  const { language = 0, random = 0 } = fit ?? {}
  return { language, random }
}
