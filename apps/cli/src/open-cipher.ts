import { InvalidOptionError } from '@runnel/core'
import { keyFamilies } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import { cipherNamed, type Finding, type KeyFinder, keyFinders, rotorKeys } from '@runnel/decipher/ciphers'
import { languageCodes, languageLetters, listedLetters, substitutionLanguage } from '@runnel/models'
import { findLanguage } from '@runnel/models/languages'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openHomophonic } from './open-homophonic.ts'
import { openKeyWords, openSpaceless } from './open-key-words.ts'
import { openSubstitution } from './open-substitution.ts'

/** Ciphers whose keys repeat that are sought though none is named; the others read hardly any text that people write. */
const sought = ['vigenere', 'beaufort']

/** The same where the language is one of many, and partial keys of a substitution then. */
const soughtInMany = ['vigenere']
const NARROW = 1000

/** Ciphers whose keys repeat, and may be words but for Gronsfeld's. */
export const repeating: readonly string[] = [
  'vigenere',
  'beaufort',
  'variant-beaufort',
  'gronsfeld',
  'porta',
  'autokey',
  'ciphertext-autokey',
  'periodic',
]

/** Those that have a key of few numbers, which repeats as well. */
const growing = ['progressive', 'trithemius']

/**
 * Whether a key that repeats is sought for a cipher that is named, and is told as sure once it is found: what no letter of a
 * ciphertext autokey tells is its primer.
 */
export const isRepeating = ({ cipher, key }: DecipherCommandOptions): boolean =>
  key === undefined && cipher !== 'ciphertext-autokey' && [...repeating, ...growing].includes(cipher)

/** Those of them that have the letters a to z alone. */
const LATIN_ALONE = ['porta', 'periodic']

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when it does not go with the other options */
export const openCipher = async (
  options: DecipherCommandOptions,
): Promise<ReturnType<typeof cipherNamed>> => {
  const { cipher, clue, key, known, crib, wheels } = options
  const letters = languageLetters(options)
  if (cipher === 'substitution' && key === undefined) {
    return openSubstitution({
      known: known ?? clue,
      crib,
      language: substitutionLanguage(languageCodes(options)),
      letters,
      isNamed: true,
    })
  }
  if (cipher === 'enigma' && key === undefined && known === undefined) {
    return rotorKeys({ wheels, crib, spaceless: isEnglish(options) ? await openSpaceless() : undefined })
  }
  if (wheels !== undefined) throw new InvalidOptionError('wheels', wheels, '--cipher enigma beside it')
  const isSought = key === undefined && repeating.includes(cipher) && isEnglish(options)
  if (crib !== undefined)
    throw new InvalidOptionError('crib', crib, '--cipher substitution or enigma beside it')
  if (known !== undefined && !isSought) {
    throw new InvalidOptionError('known', known, '--cipher substitution, or one whose keys repeat, beside it')
  }
  if (cipher === 'homophonic' && key === undefined) {
    return openHomophonic(substitutionLanguage(languageCodes(options), 'homophonic'))
  }
  if (isSought) return keyFinders[cipher]({ ...(await openKeyWords()), known })
  if (!seeksKeys(options)) {
    const isListed = key === undefined && Object.hasOwn(keyFamilies, cipher)
    return cipherNamed(cipher, key, isListed ? listedLetters(options) : letters)
  }
  return createAuto({ beyond: await openSought('en', { known: clue }) })
}

/** Searches in a language. */
interface SoughtOptions {
  /** The cipher, or `auto`. */
  readonly cipher?: string
  /** Whether it is the only language: the keys of many are sought with less trouble each. */
  readonly isOne?: boolean
  /** Letters of a substitution that are known. */
  readonly known?: string | undefined
}

/** The searches for keys that cannot be listed, of text in a language: those that can be made of a cipher, or usual ones. */
export const openSought = async (
  language = 'en',
  { cipher = 'auto', isOne = true, known }: SoughtOptions = {},
): Promise<KeyFinder<Finding>[]> => {
  const { letters, substitution } = findLanguage(language)
  const names = cipher === 'auto' ? [...(isOne ? sought : soughtInMany), 'substitution'] : [cipher]
  const finders = names
    .filter((name) => repeating.includes(name) && (letters === undefined || !LATIN_ALONE.includes(name)))
    .map((name) => keyFinders[name]({ letters }))
  if (!substitution || !names.includes('substitution')) return finders
  return [...finders, await openSubstitution({ language, known, ...(!isOne && { width: NARROW }) })]
}

/** Whether a cipher's keys are sought, beside others in other languages. */
export const isSoughtInMany = ({ cipher, key, known, crib, alphabet }: DecipherCommandOptions): boolean =>
  [key, known, crib, alphabet].every((given) => given === undefined) &&
  ['auto', 'substitution', ...repeating].includes(cipher)

const isEnglish = ({ alphabet, model, language = 'en' }: DecipherCommandOptions): boolean =>
  alphabet === undefined && model === 'english' && language === 'en'

/** Whether no cipher is named, nor anything that says the text is not English: other languages are opened by themselves. */
export const seeksKeys = (options: DecipherCommandOptions): boolean =>
  options.cipher === 'auto' && options.key === undefined && isEnglish(options)
