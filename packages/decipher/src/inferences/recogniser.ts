import { InvalidOptionError } from '@runnel/core'
import { type RnnModel, taskOf } from '@runnel/rnn-model'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { RecognisedKey } from '../belief/recognised-key.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { modelInWords } from '../saving/fingerprint.ts'
import type { Inference } from '../session/inference.ts'
import { type LiveOptions, optionsInWords, resolved } from '../settling/live-options.ts'
import { createSettlingInference } from '../settling/settling-stream.ts'
import { checkTrainedOn } from './trained-on.ts'

/**
 * Infers the key live with a net that reads the ciphertext and says which key each letter stands under: one step
 * a character and no search.
 *
 * @throws InvalidOptionError when the net tells other keys apart than its cipher has
 */
export const createRecogniser = (model: RnnModel, wanted: string, options: LiveOptions): Inference => {
  const { name } = model.config
  const { cipher, keys } = taskOf(model.config, 'recognise-key')
  checkTrainedOn(model, cipher, wanted)
  const family = keyFamilyOf(cipher)
  const { length } = family.tableau
  if (length !== keys) {
    throw new InvalidOptionError('model', name, `a net that tells the ${length} keys of ${cipher} apart`)
  }
  const { rule, watch, gap } = resolved(options)
  const readings = createReadings(family, model.tokenizer, name)
  return createSettlingInference({
    fingerprint: { ...modelInWords(name, model), ...optionsInWords(options) },
    alphabet: family.alphabet,
    symbols: readings,
    rule,
    watch,
    gap,
    createBelief: (saved) => new RecognisedKey(model, family, readings, saved),
  })
}
