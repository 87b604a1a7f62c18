import type { AffineKey } from './affine.ts'
import type { CaesarKey } from './caesar.ts'
import type { ColumnarKey } from './columnar.ts'
import type { DoubleColumnarKey } from './double-columnar.ts'
import type { EnigmaKey } from './enigma-key.ts'
import type { HomophonicKey } from './homophonic-key.ts'
import type { KeyWord } from './key-word.ts'
import type { NoKey } from './keyless-cipher.ts'
import type { ProgressiveKey } from './progressive.ts'
import type { RailFenceKey } from './rail-fence.ts'
import type { ScytaleKey } from './scytale.ts'
import type { SubstitutionKey } from './simple-substitution.ts'
import type { Transposed } from './transposition.ts'
import type { XorKey } from './xor-key.ts'

/**
 * The key of each cipher that Runnel tells of, by the cipher's name.
 *
 * Open: a program with a cipher of its own declares its key too, and events narrow to it.
 *
 * @example
 * import type { KeyEvent } from '@runnel/decipher'
 * declare module '@runnel/decipher' {
 *   interface CipherKeys {
 *     'keyword caesar': { word: string }
 *   }
 * }
 * const wordOf = (event: KeyEvent) => (event.cipher === 'keyword caesar' ? event.key.word : '')
 */
export interface CipherKeys {
  /** Text that is not enciphered. */
  plain: NoKey
  /** None of the keys that were weighed. */
  unknown: NoKey
  affine: AffineKey
  atbash: NoKey
  autokey: KeyWord
  beaufort: KeyWord
  caesar: CaesarKey
  'ciphertext-autokey': KeyWord
  columnar: ColumnarKey
  'double-columnar': DoubleColumnarKey
  enigma: EnigmaKey
  gronsfeld: KeyWord
  homophonic: HomophonicKey
  porta: KeyWord
  progressive: ProgressiveKey
  'rail-fence': RailFenceKey
  reversal: Transposed
  rot47: NoKey
  scytale: ScytaleKey
  substitution: SubstitutionKey
  trithemius: NoKey
  'variant-beaufort': KeyWord
  vigenere: KeyWord
  xor: XorKey
}
