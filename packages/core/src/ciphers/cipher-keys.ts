import type { AdfgvxKey } from './adfgvx.ts'
import type { AffineKey } from './affine.ts'
import type { BookKey } from './book.ts'
import type { CaesarKey } from './caesar.ts'
import type { CheckerboardKey } from './checkerboard.ts'
import type { ColumnarKey } from './columnar.ts'
import type { DoubleColumnarKey } from './double-columnar.ts'
import type { EnigmaKey } from './enigma-key.ts'
import type { HillKey } from './hill.ts'
import type { HomophonicKey } from './homophonic-key.ts'
import type { KeyWord } from './key-word.ts'
import type { NoKey } from './keyless-cipher.ts'
import type { NihilistKey } from './nihilist.ts'
import type { PeriodKey } from './period-key.ts'
import type { SquareKey } from './playfair.ts'
import type { ProgressiveKey } from './progressive.ts'
import type { QuagmireKey } from './quagmire.ts'
import type { RailFenceKey } from './rail-fence.ts'
import type { RouteKey } from './route.ts'
import type { ScytaleKey } from './scytale.ts'
import type { SubstitutionKey } from './simple-substitution.ts'
import type { SquarePairKey } from './square-pair.ts'
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
  adfgvx: AdfgvxKey
  adfgx: AdfgvxKey
  affine: AffineKey
  atbash: NoKey
  autokey: KeyWord
  beaufort: KeyWord
  bifid: PeriodKey
  book: BookKey
  caesar: CaesarKey
  checkerboard: CheckerboardKey
  'ciphertext-autokey': KeyWord
  columnar: ColumnarKey
  'double-columnar': DoubleColumnarKey
  enigma: EnigmaKey
  'four-square': SquarePairKey
  gronsfeld: KeyWord
  hill: HillKey
  homophonic: HomophonicKey
  nihilist: NihilistKey
  playfair: SquareKey
  porta: KeyWord
  progressive: ProgressiveKey
  quagmire1: QuagmireKey
  quagmire2: QuagmireKey
  quagmire3: QuagmireKey
  quagmire4: QuagmireKey
  'rail-fence': RailFenceKey
  reversal: Transposed
  rot47: NoKey
  route: RouteKey
  scytale: ScytaleKey
  substitution: SubstitutionKey
  trifid: PeriodKey
  trithemius: NoKey
  'two-square': SquarePairKey
  'variant-beaufort': KeyWord
  vigenere: KeyWord
  xor: XorKey
}
