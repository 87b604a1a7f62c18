import { type DecipherOptions, loadCounts } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import {
  amongLanguages,
  inLanguages,
  inOneLanguage,
  type LanguageChoice,
  perScript,
} from '@runnel/decipher/languages'
import { type LanguageVariant, languageCodes, languageVariants, listedLetters } from '@runnel/models'
import { findLanguage } from '@runnel/models/languages'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openCipher, openSought } from './open-cipher.ts'
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
  // A known key brings its cipher along, or a mistake to be told.
  if (options.key !== undefined) return { cipher } as Means
  const codes = languageCodes(options)
  if (codes.join() === 'en') {
    return { cipher, model: await openModel(options.model), counts: await openCounts(options.model) } as Means
  }
  const letters = listedLetters(options)
  const variants = languageVariants(codes, letters)
  const choices = await Promise.all(variants.map((variant) => choiceOf(variant, letters)))
  if (cipher === 'auto' && letters === undefined) return { cipher: await openAutoIn(codes, choices) }
  return inLanguages(choices, cipher)
}

/** Listed keys, and those that are sought where they fail, of text in languages over their alphabets. */
const openAutoIn = async (
  codes: readonly string[],
  choices: readonly LanguageChoice[],
): Promise<ReturnType<typeof perScript>> => {
  const isOne = codes.length === 1
  const finders = new Map(
    await Promise.all(codes.map(async (code) => [code, await openSought(code, isOne)] as const)),
  )
  return perScript(choices, (own) => {
    const beyond = own
      .filter(({ alphabet }) => !alphabet)
      .flatMap((one) => (finders.get(one.code) ?? []).map((finder) => inOneLanguage(one, finder)))
    return createAuto({ listed: amongLanguages(own), beyond })
  })
}

const choiceOf = async (variant: LanguageVariant, letters: string | undefined): Promise<LanguageChoice> => {
  const { counts } = findLanguage(variant.code, variant.alphabet?.letters ?? letters)
  return { ...variant, counts: await loadCounts(await counts()) }
}
