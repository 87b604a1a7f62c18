import { InvalidOptionError } from '@runnel/core'
import { countsLanguageModel, type DecipherOptions, loadCounts } from '@runnel/decipher'
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
  const codes = codesOf(options.language)
  // A search with counts of its own.
  if (codes.join() === 'en' && typeof cipher === 'object' && cipher.name === 'homophonic') return { cipher }
  if (codes.join() === 'en') {
    return { cipher, model: await openModel(options.model), counts: await openCounts(options.model) }
  }
  const choices = await Promise.all(codes.map(choiceOf))
  return typeof cipher === 'string' ? { cipher: amongLanguages(choices, cipher) } : found(cipher, choices)
}

/** Keys with a search of their own, in one language. */
const found = (
  cipher: Exclude<ReturnType<typeof cipherNamed>, string>,
  [choice, ...others]: readonly LanguageChoice[],
): Means => {
  const isSearched = 'prepare' in cipher || 'createInference' in cipher
  if (!isSearched) return { cipher }
  const isEnglish = cipher.name === 'substitution' || cipher.name === 'homophonic'
  if (isEnglish || others.length > 0) {
    const expected = isEnglish ? 'en' : 'one language'
    const received = [choice, ...others].map(({ code }) => code).join()
    throw new InvalidOptionError('language', received, `${expected}, with --cipher ${cipher.name}`)
  }
  return { cipher, model: countsLanguageModel(choice.counts), counts: choice.counts }
}

const codesOf = (language = 'en'): string[] =>
  language === 'auto' ? Object.keys(languages) : language.split(',').map((code) => code.trim().toLowerCase())

const choiceOf = async (code: string): Promise<LanguageChoice> => ({
  code,
  counts: await loadCounts(await findLanguage(code).counts()),
})
