import { type Cipher, InvalidOptionError } from '@runnel/core'
import { AmongLanguages } from '../belief/among-languages.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import { type KeyChoice, keyFamilyOf } from '../keys/index.ts'
import type { KeyFamily } from '../keys/key-family.ts'
import type { KeySpace } from '../keys/key-space.ts'
import type { Counts } from '../language/counts/counts.ts'
import { countsLanguageModel } from '../language/counts-language-model.ts'
import type { LiveOptions } from '../settling/live-options.ts'
import { createSettlingInference, type SettlingOptions } from '../settling/settling-stream.ts'
import { createByScript } from './by-script.ts'
import type { EndingFinder, KeyFinder } from './key-finder.ts'
import { prepareKeySearch } from './key-search.ts'

/** A language that the plaintext may be in. */
export interface LanguageChoice {
  /** ISO 639-1 code, which events tell. */
  readonly code: string
  /** Counts of it, from `loadCounts`. */
  readonly counts: Counts
  /** The letters of its script, where they are not the Latin ones. */
  readonly letters?: string | undefined
  /** Its probability before anything is read, against that of the others; 1 unless given. */
  readonly share?: number
}

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'languages 4'

/**
 * Keys of text whose language is not known, to be found while it arrives: the option `cipher` of a decipherer. `key`,
 * `candidates` and `done` then tell the language. Of languages in several scripts those are weighed that the first letter
 * belongs to.
 *
 * @param cipher `'auto'`, a name, a cipher or keys of your own
 * @throws InvalidOptionError when no language is given, or one twice
 * @example
 * import { createDecipherer, loadCounts } from '@runnel/decipher'
 * import { amongLanguages } from '@runnel/decipher/languages'
 * import { findLanguage } from '@runnel/models/languages'
 * const choose = async (code: string) => ({ code, counts: await loadCounts(await findLanguage(code).counts()) })
 * const decipherer = createDecipherer({ cipher: amongLanguages(await Promise.all(['en', 'de'].map(choose))) })
 */
export const amongLanguages = (
  languages: readonly LanguageChoice[],
  cipher: string | Cipher<unknown> | KeySpace | KeyFamily = 'auto',
): KeyFinder | EndingFinder => {
  const codes = languages.map(({ code }) => code)
  if (codes.length === 0 || new Set(codes).size < codes.length) {
    throw new InvalidOptionError('languages', codes.join(', '), 'a language or more, none twice')
  }
  const scripts = scriptsOf(languages).map(([letters, own]) => ({
    own,
    family: keyFamilyOf(cipher as KeyChoice, letters),
  }))
  const [{ family }] = scripts
  const { name } = family
  if (scripts.length === 1)
    return { name, prepare: ({ options }) => prepareAmong(languages, family, options) }
  return {
    name,
    createInference: ({ options }) =>
      createByScript(
        scripts.map(({ own, family }) => createSettlingInference(prepareAmong(own, family, options))),
      ),
  }
}

/** Languages by the letters of their scripts, in the order in which they come. */
const scriptsOf = (languages: readonly LanguageChoice[]): [string | undefined, LanguageChoice[]][] => {
  const scripts = new Map<string | undefined, LanguageChoice[]>()
  for (const language of languages) {
    scripts.set(language.letters, [...(scripts.get(language.letters) ?? []), language])
  }
  return [...scripts]
}

const prepareAmong = (
  languages: readonly LanguageChoice[],
  family: KeyFamily,
  options: LiveOptions,
): SettlingOptions => {
  const searches = languages.map(({ code, counts, share = 1 }) => ({
    code,
    share,
    ...prepareKeySearch(countsLanguageModel(counts), family, options),
  }))
  const [first] = searches
  return {
    ...first,
    fingerprint: {
      ...first.fingerprint,
      belief: BELIEF,
      languages: searches
        .map(({ code, share, fingerprint }) => `${code} ${share} ${fingerprint.model}`)
        .join(', '),
    },
    createBelief: (saved) =>
      new OpenWorld(first.language, (from) => new AmongLanguages(searches, from), saved),
  }
}
