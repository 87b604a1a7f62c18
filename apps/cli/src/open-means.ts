import { InvalidOptionError, LATIN } from '@runnel/core'
import { findLetters } from '@runnel/core/alphabets'
import {
  countsLanguageModel,
  type DecipherOptions,
  type KeyFamily,
  type KeySpace,
  loadCounts,
} from '@runnel/decipher'
import type { cipherNamed } from '@runnel/decipher/ciphers'
import { amongLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { findLanguage, languages } from '@runnel/models/languages'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openCipher } from './open-cipher.ts'
import { openCounts } from './open-counts.ts'
import { openModel } from './open-model.ts'

/** The cipher, and what reads the plaintext, as `createDecipherer` takes them. */
type Means = Pick<DecipherOptions, 'cipher' | 'model' | 'counts'>

/**
 * The means to decipher with: none but the key where it is known, else a net and its counts, or the counts of other
 * languages.
 *
 * @throws InvalidOptionError when they do not fit together
 */
export const openMeans = async (options: DecipherCommandOptions): Promise<Means> => {
  const cipher = await openCipher(options)
  if (options.key !== undefined) return { cipher }
  const codes = codesOf(options)
  if (codes.join() === 'en') {
    return { cipher, model: await openModel(options.model), counts: await openCounts(options.model) }
  }
  const choices = await Promise.all(codes.map(choiceOf))
  const isListed = typeof cipher === 'string' || 'keys' in cipher || 'tableau' in cipher
  return isListed ? { cipher: amongLanguages(choices, cipher) } : found(cipher, choices)
}

/** Keys with a search of their own, in one language. */
const found = (
  cipher: Exclude<ReturnType<typeof cipherNamed>, string | KeySpace | KeyFamily>,
  [choice, ...others]: readonly LanguageChoice[],
): Means => {
  const isSearched = 'prepare' in cipher || 'createInference' in cipher
  if (!isSearched) return { cipher }
  if (cipher.name === 'substitution' || others.length > 0) {
    const expected = cipher.name === 'substitution' ? 'en' : 'one language'
    const received = [choice, ...others].map(({ code }) => code).join()
    throw new InvalidOptionError('language', received, `${expected}, with --cipher ${cipher.name}`)
  }
  return { cipher, model: countsLanguageModel(choice.counts), counts: choice.counts }
}

/**
 * Codes of the languages that are weighed: those that are named, all, or the one that an alphabet is of.
 *
 * @throws InvalidOptionError where they are not written in the letters of the alphabet
 */
const codesOf = ({ language, alphabet }: DecipherCommandOptions): string[] => {
  const letters = alphabet === undefined ? LATIN : findLetters(alphabet)
  const isWritten = (code: string) => [...letters].some((letter) => lettersOf(code).includes(letter))
  if (language === 'auto') {
    return Object.keys(languages).filter((code) => alphabet === undefined || isWritten(code))
  }
  const codes = (language ?? languageOf(alphabet)).split(',').map((code) => code.trim().toLowerCase())
  const other = codes.find((code) => alphabet !== undefined && !isWritten(code))
  if (other === undefined) return codes
  throw new InvalidOptionError(
    'alphabet',
    alphabet,
    `letters that ${findLanguage(other).name} is written in, or the key beside it`,
  )
}

const lettersOf = (code: string): string => findLanguage(code).letters ?? LATIN

/** The language of an alphabet by its code; Norwegian stands for Danish. */
const languageOf = (alphabet = 'en'): string => {
  const code = alphabet === 'da' ? 'no' : alphabet
  return Object.hasOwn(languages, code) ? code : 'en'
}

const choiceOf = async (code: string): Promise<LanguageChoice> => {
  const { letters, counts } = findLanguage(code)
  return { code, letters, counts: await loadCounts(await counts()) }
}
