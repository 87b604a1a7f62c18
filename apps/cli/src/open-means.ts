import { InvalidOptionError } from '@runnel/core'
import { countsLanguageModel, createDecipherer, type DecipherOptions, loadCounts } from '@runnel/decipher'
import { type AgainMeans, inGroups } from '@runnel/decipher/again'
import { autoAmongLanguages, inLanguages, type LanguageChoice } from '@runnel/decipher/languages'
import { type LanguageVariant, languageCodes, languageVariants, listedLetters } from '@runnel/models'
import { findLanguage } from '@runnel/models/languages'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openAgain } from './open-again.ts'
import { isRepeating, isSoughtInMany, openCipher, openSought, seeksKeys } from './open-cipher.ts'
import { openCounts } from './open-counts.ts'
import { openModel } from './open-model.ts'

/** The cipher, and what reads the plaintext, as `createDecipherer` takes them. */
type Means = Pick<DecipherOptions, 'cipher' | 'model' | 'counts'>

/** The means to decipher with, to look again at what they do not read, and whether headings stand as they are. */
interface OpenMeans {
  means: Means
  again?: AgainMeans | undefined
  hasHeadings?: boolean
}

/**
 * The means to decipher with: none but the key where it is known, else a net and its counts, or the counts of other
 * languages.
 *
 * @throws InvalidOptionError when they do not fit together
 */
export const openMeans = async (options: DecipherCommandOptions): Promise<OpenMeans> => {
  if (options.key !== undefined) checkOne(options)
  const codes = options.key === undefined ? languageCodes(options) : []
  if (codes.length > 1 && isSoughtInMany(options)) return { means: await openInMany(codes, options.cipher) }
  const cipher = await openCipher(options)
  // A known key brings its cipher along, or a mistake to be told.
  if (options.key !== undefined) return { means: { cipher } as Means }
  if (codes.join() === 'en') {
    const read = { model: await openModel(options.model), counts: await openCounts(options.model) }
    const means = { cipher, ...read } as Means
    return seeksKeys(options)
      ? { means, again: await openAgain(read), hasHeadings: true }
      : named(options, means)
  }
  const letters = listedLetters(options)
  const choices = await openLanguages(codes, letters)
  if (cipher !== 'auto' || letters !== undefined) return named(options, inLanguages(choices, cipher))
  const [{ code, counts }] = choices
  const finders = await openSought(code)
  return {
    means: { cipher: autoAmongLanguages(choices, () => finders) },
    again: await openAgain({ model: countsLanguageModel(counts), counts }),
    hasHeadings: true,
  }
}

/** A language beside a key says whose letters this moves. @throws InvalidOptionError where it is none, or one of many */
const checkOne = ({ language }: DecipherCommandOptions): void => {
  if (language === undefined || languageCodes({ language }).length === 1) return
  throw new InvalidOptionError('language', language, 'one, whose letters the key moves')
}

/** The means of a cipher that is named: text in groups, where they do not read it, is read without these. */
const named = (options: DecipherCommandOptions, means: Means): OpenMeans =>
  isRepeating(options) ? { means, again: inGroups(createDecipherer(means)) } : { means }

/**
 * The means to seek keys of a cipher, or of those that are usual, in several languages. Where a cipher is named, the keys of
 * Caesar stand in for those that are listed.
 */
const openInMany = async (codes: readonly string[], cipher: string): Promise<Means> => {
  const open = async (code: string) => [code, await openSought(code, { cipher, isOne: false })] as const
  const finders = new Map(await Promise.all(codes.map(open)))
  const listed = cipher === 'auto' ? cipher : 'caesar'
  const choices = await openLanguages(codes)
  return { cipher: autoAmongLanguages(choices, ({ code }) => finders.get(code) ?? [], { listed }) }
}

/** Languages over the letters that are given, or over each alphabet that their ciphers may move. */
const openLanguages = (codes: readonly string[], letters?: string): Promise<LanguageChoice[]> =>
  Promise.all(languageVariants(codes, letters).map((variant) => choiceOf(variant, letters)))

const choiceOf = async (variant: LanguageVariant, letters: string | undefined): Promise<LanguageChoice> => {
  const { counts } = findLanguage(variant.code, variant.alphabet?.letters ?? letters)
  return { ...variant, counts: await loadCounts(await counts()) }
}
