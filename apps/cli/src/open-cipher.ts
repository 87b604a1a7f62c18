import { InvalidOptionError } from '@runnel/core'
import { createAuto } from '@runnel/decipher/auto'
import { cipherNamed, keyFinders } from '@runnel/decipher/ciphers'
import { languageCodes, languageLetters, substitutionLanguage } from '@runnel/models'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openHomophonic } from './open-homophonic.ts'
import { openSubstitution } from './open-substitution.ts'

/** Ciphers whose keys repeat that are sought though none is named; the others read hardly any text that people write. */
const sought = ['vigenere', 'beaufort']

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when it does not go with the other options */
export const openCipher = async (
  options: DecipherCommandOptions,
): Promise<ReturnType<typeof cipherNamed>> => {
  const { cipher, key, known, crib } = options
  const letters = languageLetters(options)
  if (cipher === 'substitution' && key === undefined && letters === undefined) {
    return openSubstitution({ known, crib, language: substitutionLanguage(languageCodes(options)) })
  }
  for (const [name, given] of Object.entries({ known, crib })) {
    if (given !== undefined) throw new InvalidOptionError(name, given, '--cipher substitution beside it')
  }
  if (cipher === 'homophonic' && key === undefined) {
    return openHomophonic(substitutionLanguage(languageCodes(options)))
  }
  if (!seeksKeys(options)) return cipherNamed(cipher, key, letters)
  const finders = sought.map((name) => keyFinders[name]())
  return createAuto({ beyond: [...finders, await openSubstitution({})] })
}

/** Whether keys that cannot be listed are sought where no cipher is named: it takes counts, which English alone has. */
export const seeksKeys = ({
  cipher,
  key,
  alphabet,
  model,
  language = 'en',
}: DecipherCommandOptions): boolean =>
  cipher === 'auto' && key === undefined && alphabet === undefined && model === 'english' && language === 'en'
