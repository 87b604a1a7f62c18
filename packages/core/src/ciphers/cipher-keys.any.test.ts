import { expect, test } from 'vitest'
import type { CipherKeys } from './cipher-keys.ts'
import { everyCipher } from './every-cipher.ts'

/** Every name there, which the compiler holds complete. */
const named: Record<Exclude<keyof CipherKeys, 'plain' | 'unknown' | 'homophonic'>, true> = {
  adfgvx: true,
  adfgx: true,
  affine: true,
  atbash: true,
  autokey: true,
  beaufort: true,
  bifid: true,
  book: true,
  caesar: true,
  checkerboard: true,
  'ciphertext-autokey': true,
  columnar: true,
  'double-columnar': true,
  enigma: true,
  'four-square': true,
  gronsfeld: true,
  hill: true,
  nihilist: true,
  playfair: true,
  porta: true,
  progressive: true,
  quagmire1: true,
  quagmire2: true,
  quagmire3: true,
  quagmire4: true,
  'rail-fence': true,
  reversal: true,
  rot47: true,
  route: true,
  scytale: true,
  substitution: true,
  trifid: true,
  trithemius: true,
  'two-square': true,
  'variant-beaufort': true,
  vigenere: true,
  xor: true,
}

test('every cipher that ships has the type of its key in CipherKeys', () => {
  expect(Object.keys(named).sort()).toEqual(Object.keys(everyCipher).sort())
})
