import { InvalidOptionError } from '@runnel/core'
import { keyFamilies } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import { cipherNamed, keyFinders, rotorKeys } from '@runnel/decipher/ciphers'
import { languageCodes, languageLetters, listedLetters, substitutionLanguage } from '@runnel/models'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openHomophonic } from './open-homophonic.ts'
import { openKeyWords, openSpaceless } from './open-key-words.ts'
import { openSubstitution } from './open-substitution.ts'

/** Ciphers whose keys repeat that are sought though none is named; the others read hardly any text that people write. */
const sought = ['vigenere', 'beaufort']

/** Ciphers whose keys repeat, and may be words but for Gronsfeld's. */
const repeating = [
  'vigenere',
  'beaufort',
  'variant-beaufort',
  'gronsfeld',
  'porta',
  'autokey',
  'ciphertext-autokey',
  'periodic',
]

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when it does not go with the other options */
export const openCipher = async (
  options: DecipherCommandOptions,
): Promise<ReturnType<typeof cipherNamed>> => {
  const { cipher, key, known, crib, wheels } = options
  const letters = languageLetters(options)
  if (cipher === 'substitution' && key === undefined && letters === undefined) {
    return openSubstitution({
      known,
      crib,
      language: substitutionLanguage(languageCodes(options)),
      isNamed: true,
    })
  }
  if (cipher === 'enigma' && key === undefined && known === undefined) {
    return rotorKeys({ wheels, crib, spaceless: isEnglish(options) ? await openSpaceless() : undefined })
  }
  if (wheels !== undefined) throw new InvalidOptionError('wheels', wheels, '--cipher enigma beside it')
  const isRepeating = key === undefined && repeating.includes(cipher) && isEnglish(options)
  if (crib !== undefined)
    throw new InvalidOptionError('crib', crib, '--cipher substitution or enigma beside it')
  if (known !== undefined && !isRepeating) {
    throw new InvalidOptionError('known', known, '--cipher substitution, or one whose keys repeat, beside it')
  }
  if (cipher === 'homophonic' && key === undefined) {
    return openHomophonic(substitutionLanguage(languageCodes(options)))
  }
  if (isRepeating) return keyFinders[cipher]({ ...(await openKeyWords()), known })
  if (!seeksKeys(options)) {
    const isListed = key === undefined && Object.hasOwn(keyFamilies, cipher)
    return cipherNamed(cipher, key, isListed ? listedLetters(options) : letters)
  }
  const finders = sought.map((name) => keyFinders[name]())
  return createAuto({ beyond: [...finders, await openSubstitution({})] })
}

const isEnglish = ({ alphabet, model, language = 'en' }: DecipherCommandOptions): boolean =>
  alphabet === undefined && model === 'english' && language === 'en'

/** Whether keys that cannot be listed are sought where no cipher is named: it takes counts, which English alone has. */
export const seeksKeys = (options: DecipherCommandOptions): boolean =>
  options.cipher === 'auto' && options.key === undefined && isEnglish(options)
