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

export { bytesAsText, textAsBytes } from '../byte-text.ts'
export type { ColumnarKey } from './columnar.ts'
export type { DoubleColumnarKey } from './double-columnar.ts'
export type { EnigmaKey } from './enigma-key.ts'
export { reflectors, rotors, type Wheel } from './enigma-wheels.ts'
export type { KeyWord } from './key-word.ts'
export type { ProgressiveKey } from './progressive.ts'
export type { RailFenceKey } from './rail-fence.ts'
export type { ScytaleKey } from './scytale.ts'
export type { SubstitutionKey } from './simple-substitution.ts'
export { TextTooLongError } from './text-too-long-error.ts'
export { LONGEST_TEXT } from './transposing-stream.ts'
export { movesOver, type Transposed } from './transposition.ts'
export { type XorKey, xorKeyOf } from './xor-key.ts'
export {
  createAutokey,
  createBeaufort,
  createCiphertextAutokey,
  createColumnar,
  createDoubleColumnar,
  createEnigma,
  createGronsfeld,
  createPorta,
  createProgressive,
  createRailFence,
  createReversal,
  createScytale,
  createSubstitution,
  createTrithemius,
  createVariantBeaufort,
  createVigenere,
  createXor,
}

/** Makes each cipher that Runnel brings along, by its name: those of `ciphers`, and those whose keys cannot be listed. */
export const everyCipher: { readonly [name: string]: () => Cipher<unknown> } = {
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

/**
 * Makes the cipher with that name.
 *
 * @throws InvalidOptionError when there is none; the message lists the names.
 * @example
 * import { findCipher } from '@runnel/core/ciphers'
 * findCipher('vigenere').parseKey('lemon') // { key: 'LEMON' }
 */
export const findCipher = (name: string): Cipher<unknown> => {
  if (!Object.hasOwn(everyCipher, name)) {
    throw new InvalidOptionError('cipher', name, `one of ${Object.keys(everyCipher).join(', ')}`)
  }
  return everyCipher[name]()
}
