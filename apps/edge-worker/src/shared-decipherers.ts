import { InvalidOptionError } from '@runnel/core'
import { countSteps, createDecipherer, type Decipherer } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import { cipherNamed, keyFinders } from '@runnel/decipher/ciphers'
import { flagsAsked } from '@runnel/decipher/flags'
import type { RnnModel } from '@runnel/rnn-model'
import { createCountsLoader } from './counts-loader.ts'
import { type DecipherQuery, decipherOptions } from './decipher-query.ts'
import { decodingOf } from './decoding-of.ts'
import { createSubstitutionLoader } from './substitution-loader.ts'
import { PLAIN_LETTER, SOUGHT_SLICE } from './work/constants.ts'
import type { Meter } from './work/job.ts'

/** Loads a model by name. */
export type LoadModel = (name: string) => Promise<RnnModel>

/** A decipherer, and the meter that its sessions' work is read from. */
export interface MeteredDecipherer extends Decipherer {
  readonly meter: Meter
}

/** Decipherers of other options than the last so many are made anew. */
const MOST = 16

/**
 * Makes decipherers, and shares them among the streams and objects of an isolate: one that weighs every key holds half
 * a megabyte and takes milliseconds to make, a session of its own only some ten kilobytes.
 *
 * @throws InvalidOptionError when the options do not fit together
 */
export const shareDecipherers = (
  countsOf = createCountsLoader(),
  substitutionFrom = createSubstitutionLoader(),
) => {
  const shared = new Map<string, MeteredDecipherer>()
  return async (query: DecipherQuery, load: LoadModel, assets?: Fetcher): Promise<MeteredDecipherer> => {
    const { key, known, crib } = query
    const isSought = query.cipher === 'substitution' && key === undefined
    for (const [option, given] of Object.entries({ known, crib })) {
      if (given !== undefined && !isSought) {
        throw new InvalidOptionError(option, given, 'cipher substitution beside it, and no key')
      }
    }
    const rest = decipherOptions(query)
    const search = isSought
      ? (await substitutionFrom(assets)).knowing(known ?? '').expecting(crib ?? '')
      : undefined
    const named = search ?? cipherNamed(rest.cipher, key)
    const encoding = query.encoding === undefined ? undefined : decodingOf(query.encoding)
    if (key !== undefined) {
      flagsAsked(query, undefined)
      return { ...createDecipherer({ ...rest, cipher: named, key, encoding }), meter: plainMeter }
    }
    const [model, counts] = await Promise.all([load(query.model), countsOf(query.model)])
    const cipher = named === 'auto' && counts ? createAuto({ beyond: [keyFinders.vigenere()] }) : named
    const searched = typeof cipher === 'object' && 'steps' in cipher ? cipher.steps : undefined
    // Not the model's name: its file may be replaced.
    const { flagFormat } = query
    const name = JSON.stringify([model.id, counts?.id, rest, query.encoding, known, crib, flagFormat])
    const make = (): MeteredDecipherer => {
      const flags = flagsAsked(query, counts)
      const taken = flags && encoding ? (made: Decipherer) => encoding(flags(made)) : (flags ?? encoding)
      return metered(model, searched, (counted) =>
        createDecipherer({ ...rest, cipher, model: counted, counts, encoding: taken }),
      )
    }
    const decipherer = shared.get(name) ?? make()
    // Tables of its own would take a cribbed one's place of sixteen others.
    if (crib !== undefined) return decipherer
    // The one that was used last comes last.
    shared.delete(name)
    shared.set(name, decipherer)
    for (const oldest of shared.keys()) if (shared.size > MOST) shared.delete(oldest)
    return decipherer
  }
}

/** Meter of text that no net reads. */
export const plainMeter: Meter = { letter: PLAIN_LETTER, steps: () => 0 }

const metered = (
  model: RnnModel,
  searched: (() => number) | undefined,
  make: (model: RnnModel) => Decipherer,
): MeteredDecipherer => {
  const { model: counted, steps } = countSteps(model)
  const meter = searched
    ? { letter: 1, slice: SOUGHT_SLICE, steps: () => steps() + searched() }
    : { letter: 1, steps }
  return { ...make(counted), meter }
}
