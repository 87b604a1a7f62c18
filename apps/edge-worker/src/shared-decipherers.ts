import { InvalidOptionError } from '@runnel/core'
import {
  type CountedSteps,
  type Counts,
  countSteps,
  createDecipherer,
  type Decipherer,
  keyFamilies,
} from '@runnel/decipher'
import { bounded, createAuto } from '@runnel/decipher/auto'
import { cipherNamed, keyFinders } from '@runnel/decipher/ciphers'
import { flagsAsked, readingHeads } from '@runnel/decipher/flags'
import { autoAmongLanguages, inLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { languageCodes, languageLetters, listedLetters, substitutionLanguage } from '@runnel/models'
import type { RnnModel } from '@runnel/rnn-model'
import { createLanguageCounter } from './counted-languages.ts'
import { type CountsLoader, createCountsLoader } from './counts-loader.ts'
import { type DecipherQuery, decipherOptions } from './decipher-query.ts'
import { decodingOf } from './decoding-of.ts'
import { createHomophonicLoader, type HomophonicLoader } from './homophonic-loader.ts'
import { createLanguageLoader, type LanguageLoader } from './language-loader.ts'
import { ModelUnavailableError } from './model-shelf.ts'
import { rotorsOf } from './rotors-of.ts'
import { createSubstitutionLoader, type SubstitutionLoader } from './substitution-loader.ts'
import {
  LANGUAGES_A_STEP,
  LOOKED_LETTER,
  MADE,
  PLAIN_LETTER,
  SOUGHT,
  TURNED_LETTER,
  WEIGHED_LETTER,
} from './work/constants.ts'
import type { Meter } from './work/job.ts'

/** Loads a model by name. */
export type LoadModel = (name: string) => Promise<RnnModel>

/** A decipherer, and the meter that its sessions' work is read from. */
export interface MeteredDecipherer extends Decipherer {
  readonly meter: Meter
}

/** Decipherers of other options than the last so many are made anew. */
const MOST = 16

/** Where a service runs, and what its operator has chosen. */
export interface Surroundings {
  assets?: Fetcher | undefined
  /** Letters that keys are sought for where none that can be listed explains them; 0 for none. */
  seekLetters?: number | undefined
  /** Letters within which a substitution is sought beside them; none unless given. */
  seekSubstitution?: number | undefined
  /** Told of the work of making one that is not kept. */
  charge?: ((work: number) => void) | undefined
}

/** Loaders of what is read with; those of the service unless given. */
export interface MeansLoaders {
  countsOf?: CountsLoader
  substitutionFrom?: SubstitutionLoader
  homophonicFrom?: HomophonicLoader
  languagesFrom?: LanguageLoader
}

/**
 * Makes decipherers, and shares them among the streams and objects of an isolate: one that weighs every key holds half
 * a megabyte and takes milliseconds to make, a session of its own only some ten kilobytes.
 *
 * @throws InvalidOptionError when the options do not fit together
 */
export const shareDecipherers = ({
  countsOf = createCountsLoader(),
  substitutionFrom = createSubstitutionLoader(),
  homophonicFrom = createHomophonicLoader(),
  languagesFrom = createLanguageLoader(),
}: MeansLoaders = {}) => {
  const shared = new Map<string, MeteredDecipherer>()
  const countLanguages = createLanguageCounter()
  const countedModels = new WeakMap<RnnModel, CountedSteps<Counts | undefined>>()
  /** A model and its counts, counted once: tables of megabytes, 0.2 to 0.7 s each, are worked out for each that comes. */
  const countedOf = (model: RnnModel, counts: Counts | undefined): CountedSteps<Counts | undefined> => {
    const counted = countedModels.get(model) ?? countSteps(model, counts)
    countedModels.set(model, counted)
    return counted
  }
  /** The decipherer of that name, made unless it is there. */
  const keep = (name: string, make: () => MeteredDecipherer): MeteredDecipherer => {
    const decipherer = shared.get(name) ?? make()
    // The one that was used last comes last.
    shared.delete(name)
    shared.set(name, decipherer)
    for (const oldest of shared.keys()) if (shared.size > MOST) shared.delete(oldest)
    return decipherer
  }
  return async (
    query: DecipherQuery,
    load: LoadModel,
    { assets, seekLetters, seekSubstitution = 0, charge = () => {} }: Surroundings = {},
  ): Promise<MeteredDecipherer> => {
    const { key, known, crib, alphabet, flagFormat } = query
    const { isSought, isHomophonic, codes, letters } = choicesOf(query)
    const rest = decipherOptions(query)
    const search = isHomophonic
      ? await homophonicFrom(substitutionLanguage(codes, 'homophonic'), assets)
      : isSought &&
        (await substitutionFrom(substitutionLanguage(codes), assets))
          .knowing(known ?? '')
          .expecting(crib ?? '')
    if (key === undefined && TOO_DEAR.includes(query.cipher)) {
      throw new InvalidOptionError('key', undefined, `the key: that of ${query.cipher} is not sought here`)
    }
    const isListed = key === undefined && Object.hasOwn(keyFamilies, query.cipher)
    const own = isListed ? listedLetters(query) : letters
    const named = search || (rotorsOf(query) ?? cipherNamed(rest.cipher, key, own))
    const encoding = query.encoding === undefined ? undefined : decodingOf(query.encoding)
    if (key !== undefined) {
      flagsAsked(query, undefined)
      return { ...createDecipherer({ ...rest, cipher: named, key, encoding }), meter: plainMeter }
    }
    if (codes.join() !== 'en') {
      flagsAsked(query, undefined)
      const languages = await languagesFrom(codes, assets, listedLetters(query))
      const ids = languages.map(({ code, alphabet, counts }) => `${code} ${alphabet?.name} ${counts.id}`)
      const make = () => {
        charge(MADE * languages.length)
        const { languages: counted, steps } = countLanguages(languages)
        const isSeeking =
          named === 'auto' && alphabet === undefined && codes.length === 1 && seekLetters !== 0
        const means = isSeeking
          ? { cipher: autoAmongLanguages(counted, soughtIn, { trial: seekLetters }) }
          : inLanguages(counted, named)
        const made = createDecipherer({ ...rest, ...means, encoding })
        const meter = meterOf(steps, means.cipher)
        return { ...made, meter: { ...meter, letter: meter.letter + codes.length / LANGUAGES_A_STEP } }
      }
      if (crib !== undefined) return make()
      return keep(JSON.stringify([ids, rest, query.encoding, known, alphabet, seekLetters]), make)
    }
    const [model, counts] = await Promise.all([load(query.model), countsOf(query.model)])
    const isSeeking = named === 'auto' && counts && seekLetters !== 0
    const substitution =
      isSeeking && seekSubstitution !== 0 && alphabet === undefined
        ? await substitutionFrom('en', assets).catch(whereThereIsNone)
        : undefined
    const make = (): MeteredDecipherer => {
      charge(MADE)
      const cipher = isSeeking
        ? createAuto({
            beyond: [
              keyFinders.vigenere(),
              ...(substitution
                ? [
                    bounded(substitution.ofWidth(SOUGHT.width), {
                      after: SOUGHT.after,
                      trial: seekSubstitution,
                    }),
                  ]
                : []),
            ],
            trial: seekLetters,
          })
        : named
      const flags = flagsAsked(query, counts)
      const heads = named === 'auto' && counts && alphabet === undefined ? readingHeads : undefined
      const around = (made: Decipherer): Decipherer =>
        [flags, heads, encoding].reduce((inner, wrap) => wrap?.(inner) ?? inner, made)
      const { steps, ...counted } = countedOf(model, counts)
      return {
        ...createDecipherer({ ...rest, ...counted, cipher, encoding: around }),
        meter: meterOf(steps, cipher),
      }
    }
    // Tables of its own would take a cribbed one's place of sixteen others.
    if (crib !== undefined) return make()
    // Not the model's name: its file may be replaced.
    const { encoding: asked, wheels } = query
    const sought = [seekLetters, substitution && seekSubstitution]
    const means = [model.id, counts?.id, rest, asked, known, wheels, flagFormat, alphabet, sought]
    return keep(JSON.stringify(means), make)
  }
}

/** A deployment may have no assets: then what needs them is not sought. */
const whereThereIsNone = (cause: unknown): undefined => {
  if (!(cause instanceof ModelUnavailableError)) throw cause
}

/** The searches in a language other than English where no cipher is named. */
const soughtIn = ({ letters }: LanguageChoice) => [keyFinders.vigenere({ letters })]

/** Languages and letters that the options ask for. @throws InvalidOptionError when they do not fit together */
const choicesOf = (query: DecipherQuery) => {
  const { cipher, key, known, crib, language, model } = query
  const isUnknown = key === undefined && query.alphabet === undefined
  const [isSought, isHomophonic] = ['substitution', 'homophonic'].map((name) => isUnknown && cipher === name)
  for (const [option, given] of Object.entries({ known, crib })) {
    if (given !== undefined && !isSought) {
      throw new InvalidOptionError(option, given, 'cipher substitution beside it, and no key')
    }
  }
  if (language !== undefined && (key !== undefined || model !== 'english')) {
    throw new InvalidOptionError('language', language, 'no key and no other model beside it')
  }
  const codes = key === undefined ? languageCodes(query) : []
  return { isSought, isHomophonic, codes, letters: languageLetters(query) }
}

/** Ciphers whose keys take seconds of work at once. */
const TOO_DEAR: readonly string[] = ['playfair']

/** Meter of text that no net reads. */
export const plainMeter: Meter = { letter: PLAIN_LETTER, steps: () => 0 }

/** Whether it is a search for the start of a machine whose wheels turn. */
const isOfRotors = (cipher: object | string): boolean =>
  typeof cipher === 'object' && 'name' in cipher && cipher.name === 'enigma'

/** The steps of a search, where it counts them. */
const stepsOf = (cipher: object | string): (() => number) | undefined =>
  typeof cipher === 'object' && 'steps' in cipher ? (cipher.steps as () => number) : undefined

/** Meter of a search beside what reads the plaintext. */
const meterOf = (steps: () => number, cipher: object | string): Meter => {
  const searched = stepsOf(cipher)
  if (!searched) {
    const isLookedAt = typeof cipher === 'object' && 'createInference' in cipher
    return { letter: isLookedAt ? LOOKED_LETTER : WEIGHED_LETTER, steps }
  }
  const isListed = typeof cipher === 'object' && 'name' in cipher && cipher.name === 'auto'
  const letter = isOfRotors(cipher) ? TURNED_LETTER : isListed ? WEIGHED_LETTER : 1
  return { letter, steps: () => steps() + searched() }
}
