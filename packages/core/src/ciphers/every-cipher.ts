import { InvalidOptionError } from '../errors.ts'
import { createAdfgvx, createAdfgx } from './adfgvx.ts'
import { createAutokey, createCiphertextAutokey } from './autokey.ts'
import { createBeaufort } from './beaufort.ts'
import { createBifid } from './bifid.ts'
import { createBook } from './book.ts'
import { createCheckerboard } from './checkerboard.ts'
import type { Cipher } from './cipher.ts'
import { createColumnar } from './columnar.ts'
import { createDoubleColumnar } from './double-columnar.ts'
import { createEnigma } from './enigma.ts'
import { createFourSquare } from './four-square.ts'
import { createGronsfeld } from './gronsfeld.ts'
import { createHill } from './hill.ts'
import { findIn, letterCiphers } from './letter-ciphers.ts'
import { createNihilist } from './nihilist.ts'
import { overLetters } from './over-letters.ts'
import { createPlayfair } from './playfair.ts'
import { createPorta } from './porta.ts'
import { createProgressive, createTrithemius } from './progressive.ts'
import { createQuagmire1, createQuagmire2, createQuagmire3, createQuagmire4 } from './quagmire.ts'
import { createRailFence } from './rail-fence.ts'
import { createReversal } from './reversal.ts'
import { CORNERS, createRoute, FILLS, TURNS } from './route.ts'
import { createScytale } from './scytale.ts'
import { createSubstitution } from './simple-substitution.ts'
import { createTrifid } from './trifid.ts'
import { createTwoSquare } from './two-square.ts'
import { createVariantBeaufort } from './variant-beaufort.ts'
import { createVigenere } from './vigenere.ts'
import { createXor } from './xor.ts'

export { bytesAsText, textAsBytes } from '../byte-text.ts'
export type { AdfgvxKey } from './adfgvx.ts'
export type { BookKey } from './book.ts'
export type { CheckerboardKey } from './checkerboard.ts'
export { cipherTitle } from './cipher-title.ts'
export type { ColumnarKey } from './columnar.ts'
export type { DoubleColumnarKey } from './double-columnar.ts'
export type { EnigmaKey } from './enigma-key.ts'
export { reflectors, rotors, type Wheel } from './enigma-wheels.ts'
export type { HillKey } from './hill.ts'
export { LONGEST_TEXT } from './holding-stream.ts'
export { createHomophonic, type Homophonic } from './homophonic.ts'
export {
  type HomophonicKey,
  hasNumbers,
  homophonicKeyHint,
  homophonicKeyOf,
  homophonicTable,
} from './homophonic-key.ts'
export type { KeyWord } from './key-word.ts'
export { findLetterCipher, letterCiphers } from './letter-ciphers.ts'
export type { NihilistKey } from './nihilist.ts'
export type { PeriodKey } from './period-key.ts'
export type { SquareKey } from './playfair.ts'
export type { ProgressiveKey } from './progressive.ts'
export type { QuagmireKey } from './quagmire.ts'
export type { RailFenceKey } from './rail-fence.ts'
export type { RouteKey } from './route.ts'
export { type Route, routePlaces } from './route-places.ts'
export type { ScytaleKey } from './scytale.ts'
export type { SubstitutionKey } from './simple-substitution.ts'
export type { SquarePairKey } from './square-pair.ts'
export { TextTooLongError } from './text-too-long-error.ts'
export { movesOver, type Transposed } from './transposition.ts'
export { type XorKey, xorKeyOf } from './xor-key.ts'
export {
  CORNERS,
  createAdfgvx,
  createAdfgx,
  createAutokey,
  createBeaufort,
  createBifid,
  createBook,
  createCheckerboard,
  createCiphertextAutokey,
  createColumnar,
  createDoubleColumnar,
  createEnigma,
  createFourSquare,
  createGronsfeld,
  createHill,
  createNihilist,
  createPlayfair,
  createPorta,
  createProgressive,
  createQuagmire1,
  createQuagmire2,
  createQuagmire3,
  createQuagmire4,
  createRailFence,
  createReversal,
  createRoute,
  createScytale,
  createSubstitution,
  createTrifid,
  createTrithemius,
  createTwoSquare,
  createVariantBeaufort,
  createVigenere,
  createXor,
  FILLS,
  TURNS,
}

/** Makes each cipher that Runnel brings along, by its name: those of `letterCiphers`, and those of mixed alphabets, blocks, signs and routes. */
export const everyCipher: { readonly [name: string]: () => Cipher<unknown> } = {
  ...letterCiphers,
  quagmire1: () => createQuagmire1(),
  quagmire2: () => createQuagmire2(),
  quagmire3: () => createQuagmire3(),
  quagmire4: () => createQuagmire4(),
  route: () => createRoute(),
  playfair: () => createPlayfair(),
  'two-square': () => createTwoSquare(),
  'four-square': () => createFourSquare(),
  hill: () => createHill(),
  bifid: () => createBifid(),
  trifid: () => createTrifid(),
  adfgx: () => createAdfgx(),
  adfgvx: () => createAdfgvx(),
  nihilist: () => createNihilist(),
  checkerboard: () => createCheckerboard(),
  book: () => createBook(),
}

/**
 * Makes the cipher with that name.
 *
 * @param letters those that it moves, such as `findLetters` of `@runnel/core/alphabets` gives; its own unless given
 * @throws InvalidOptionError when there is none, or it has letters of its own alone; the message lists the names.
 * @example
 * import { findCipher } from '@runnel/core/ciphers'
 * findCipher('vigenere').parseKey('lemon') // { key: 'LEMON' }
 */
export const findCipher = (name: string, letters?: string): Cipher<unknown> => {
  const made = findIn(everyCipher, name)
  if (letters === undefined) return made
  if (Object.hasOwn(overLetters, name)) return overLetters[name](letters)
  const expected = `none beside cipher ${name}: it goes with ${Object.keys(overLetters).join(', ')}`
  throw new InvalidOptionError('alphabet', letters, expected)
}
