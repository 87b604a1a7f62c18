import { InvalidOptionError } from '@runnel/core'
import { createAuto } from '@runnel/decipher/auto'
import { cipherNamed, keyFinders, rotorKeys } from '@runnel/decipher/ciphers'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openKeyWords } from './open-key-words.ts'
import { openSubstitution } from './open-substitution.ts'

/** Ciphers whose keys repeat that are sought though none is named; the others read hardly any text that people write. */
const sought = ['vigenere', 'beaufort']

/** Ciphers whose keys may be words. */
const wordKeyed = [
  'vigenere',
  'beaufort',
  'variant-beaufort',
  'porta',
  'autokey',
  'ciphertext-autokey',
  'periodic',
]

/** The cipher as `createDecipherer` takes it. @throws InvalidOptionError when letters or words are known of another than a substitution */
export const openCipher = async (
  options: DecipherCommandOptions,
): Promise<ReturnType<typeof cipherNamed>> => {
  const { cipher, key, known, crib, wheels } = options
  if (cipher === 'substitution' && key === undefined) return openSubstitution({ known, crib })
  if (cipher === 'enigma' && key === undefined && known === undefined) return rotorKeys({ wheels, crib })
  if (wheels !== undefined) throw new InvalidOptionError('wheels', wheels, '--cipher enigma beside it')
  for (const [name, given] of Object.entries({ known, crib })) {
    if (given !== undefined) throw new InvalidOptionError(name, given, '--cipher substitution beside it')
  }
  if (key === undefined && wordKeyed.includes(cipher) && isEnglish(options)) {
    return keyFinders[cipher]({ words: await openKeyWords() })
  }
  if (!seeksKeys(options)) return cipherNamed(cipher, key)
  const finders = sought.map((name) => keyFinders[name]())
  return createAuto({ beyond: [...finders, await openSubstitution({})] })
}

const isEnglish = ({ model, language = 'en' }: DecipherCommandOptions): boolean =>
  model === 'english' && language === 'en'

/** Whether keys that cannot be listed are sought where no cipher is named: it takes counts, which English alone has. */
export const seeksKeys = (options: DecipherCommandOptions): boolean =>
  options.cipher === 'auto' && options.key === undefined && isEnglish(options)
