import { InvalidOptionError } from '../errors.ts'
import { createAutokey, createCiphertextAutokey } from './autokey.ts'
import { createBeaufort } from './beaufort.ts'
import type { Cipher } from './cipher.ts'
import { createColumnar } from './columnar.ts'
import { createDoubleColumnar } from './double-columnar.ts'
import { createEnigma } from './enigma.ts'
import { createGronsfeld } from './gronsfeld.ts'
import { ciphers } from './index.ts'
import { createPorta } from './porta.ts'
import { createProgressive, createTrithemius } from './progressive.ts'
import { createRailFence } from './rail-fence.ts'
import { createReversal } from './reversal.ts'
import { createScytale } from './scytale.ts'
import { createSubstitution } from './simple-substitution.ts'
import { createVariantBeaufort } from './variant-beaufort.ts'
import { createVigenere } from './vigenere.ts'
import { createXor } from './xor.ts'

/**
 * Makes each cipher whose text comes out letter for letter, by its name: those of `ciphers`, those whose keys cannot be listed, and
 * those that move letters. For programs that are to stay smaller than with `everyCipher`.
 */
export const letterCiphers: { readonly [name: string]: () => Cipher<unknown> } = {
  ...ciphers,
  substitution: () => createSubstitution(),
  vigenere: () => createVigenere(),
  beaufort: () => createBeaufort(),
  'variant-beaufort': () => createVariantBeaufort(),
  gronsfeld: () => createGronsfeld(),
  porta: () => createPorta(),
  autokey: () => createAutokey(),
  'ciphertext-autokey': () => createCiphertextAutokey(),
  progressive: () => createProgressive(),
  trithemius: () => createTrithemius(),
  enigma: () => createEnigma(),
  xor: () => createXor(),
  reversal: () => createReversal(),
  'rail-fence': () => createRailFence(),
  scytale: () => createScytale(),
  columnar: () => createColumnar(),
  'double-columnar': () => createDoubleColumnar(),
}

/** Makes the cipher with that name from a list. @throws InvalidOptionError when there is none; the message lists the names. */
export const findIn = (list: typeof letterCiphers, name: string): Cipher<unknown> => {
  if (!Object.hasOwn(list, name)) {
    throw new InvalidOptionError('cipher', name, `one of ${Object.keys(list).join(', ')}`)
  }
  return list[name]()
}

/** Makes the one of `letterCiphers` with that name. @throws InvalidOptionError when there is none */
export const findLetterCipher = (name: string): Cipher<unknown> => findIn(letterCiphers, name)
