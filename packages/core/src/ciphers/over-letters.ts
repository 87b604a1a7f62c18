import { createAffine } from './affine.ts'
import { createAtbash } from './atbash.ts'
import { createAutokey, createCiphertextAutokey } from './autokey.ts'
import { createBeaufort } from './beaufort.ts'
import { createCaesar } from './caesar.ts'
import type { Cipher } from './cipher.ts'
import { createGronsfeld } from './gronsfeld.ts'
import { createProgressive, createTrithemius } from './progressive.ts'
import { createSubstitution } from './simple-substitution.ts'
import { createVariantBeaufort } from './variant-beaufort.ts'
import { createVigenere } from './vigenere.ts'

/** Makes each cipher that other letters than the Latin ones may be moved by, by its name, over the letters given. */
export const overLetters: { readonly [name: string]: (letters: string) => Cipher<unknown> } = {
  caesar: createCaesar,
  affine: createAffine,
  atbash: createAtbash,
  substitution: createSubstitution,
  vigenere: createVigenere,
  beaufort: createBeaufort,
  'variant-beaufort': createVariantBeaufort,
  gronsfeld: createGronsfeld,
  autokey: createAutokey,
  'ciphertext-autokey': createCiphertextAutokey,
  progressive: createProgressive,
  trithemius: createTrithemius,
}
