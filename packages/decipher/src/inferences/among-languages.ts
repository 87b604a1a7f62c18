import { type Cipher, InvalidOptionError } from '@runnel/core'
import { AmongLanguages, variantName } from '../belief/among-languages.ts'
import { OpenWorld } from '../belief/open-world/open-world.ts'
import { type KeyChoice, keyFamilyOf } from '../keys/index.ts'
import type { KeyFamily, NamedKey } from '../keys/key-family.ts'
import type { KeySpace } from '../keys/key-space.ts'
import { countsLanguageModel } from '../language/counts-language-model.ts'
import type { LiveOptions } from '../settling/live-options.ts'
import type { EndingFinder, KeyFinder, ListedFinding } from './key-finder.ts'
import { prepareKeySearch } from './key-search.ts'
import type { LanguageChoice } from './language-choice.ts'
import { perScript } from './per-script.ts'

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'languages 5'

/**
 * Keys of text whose language is not known, to be found while it arrives: the option `cipher` of a decipherer. `key`,
 * `candidates` and `done` then tell the language. Of languages in several scripts those are weighed that the first letter
 * belongs to.
 *
 * @param languages those with an alphabet of their own beside it are weighed where the cipher is named
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
): KeyFinder<ListedFinding> | EndingFinder => {
  const names = languages.map(({ code, alphabet }) => variantName(code, alphabet))
  if (names.length === 0 || new Set(names).size < names.length) {
    throw new InvalidOptionError('languages', names.join(', '), 'a language or more, none twice')
  }
  const isNamed = typeof cipher === 'string' && cipher !== 'rot47'
  return perScript(isNamed ? languages : languages.filter(({ alphabet }) => !alphabet), (own, letters) => {
    const family = keyFamilyOf(cipher as KeyChoice, letters)
    return { name: family.name, prepare: ({ options }) => prepareAmong(own, family, options) }
  })
}

const prepareAmong = (
  languages: readonly LanguageChoice[],
  family: KeyFamily,
  options: LiveOptions,
): ListedFinding => {
  const searches = languages.map(({ code, counts, alphabet, share = 1 }) => {
    const keys = alphabet ? overAlphabet(keyFamilyOf(family.name, alphabet.letters), alphabet.name) : family
    const search = prepareKeySearch(countsLanguageModel(counts), keys, options)
    return {
      ...search,
      code,
      share,
      over: alphabet && { name: alphabet.name, symbols: search.symbols },
    }
  })
  const [first] = searches
  return {
    ...first,
    fingerprint: {
      ...first.fingerprint,
      belief: BELIEF,
      languages: searches
        .map(
          ({ code, over, share, fingerprint }) => `${variantName(code, over)} ${share} ${fingerprint.model}`,
        )
        .join(', '),
    },
    createBelief: (saved) =>
      new OpenWorld(first.language, (from) => new AmongLanguages(searches, from), saved),
  }
}

/** The same keys, each of which tells the alphabet that it is over. A text that is plain is so in any. */
const overAlphabet = (family: KeyFamily, alphabet: string): KeyFamily => {
  const told = new Map<NamedKey, NamedKey>()
  const tell = ({ cipher, key }: NamedKey): NamedKey =>
    cipher === 'plain' ? { cipher, key } : { cipher, key: Object.freeze({ ...key, alphabet }) }
  return {
    ...family,
    keyOf(values) {
      const key = family.keyOf(values)
      const known = told.get(key) ?? tell(key)
      told.set(key, known)
      return known
    },
  }
}
