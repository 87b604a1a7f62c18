import type { Cipher } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'
import { LayoutSearch } from '../belief/grouped-text.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { keySpaceOf } from '../keys/index.ts'
import type { KeySpace } from '../keys/key-space.ts'
import { crc32 } from '../saving/crc32.ts'
import type { Inference } from '../session/inference.ts'
import { type LiveOptions, resolved } from '../settling/live-options.ts'
import { createLiveInference } from '../settling/settling-stream.ts'

/**
 * Infers the key live with a language model of the plaintext, weighing every key of a space.
 *
 * @throws InvalidOptionError when there is no such key space, or the net cannot read it
 */
export const createLanguageInference = (
  model: RnnModel,
  cipher: string | Cipher<never> | KeySpace,
  options: LiveOptions,
): Inference => {
  const space = keySpaceOf(cipher)
  const { rule, watch, gap, ...search } = resolved(options)
  const { name } = model.config
  const readings = createReadings(space, model.tokenizer, name)
  const plan = createSearchPlan(model, readings, space.alphabet.size, search)
  return createLiveInference({
    fingerprint: `model ${name} ${model.id}, keys ${space.name} ${checksum(space)}`,
    space,
    readings,
    rule,
    watch,
    gap,
    createFilter: (saved) => new LayoutSearch(plan, saved),
  })
}

/** Tells key spaces of the same name apart. */
const checksum = ({ symbols, keys }: KeySpace): string =>
  crc32(new TextEncoder().encode(JSON.stringify([symbols, keys]))).toString(16)
