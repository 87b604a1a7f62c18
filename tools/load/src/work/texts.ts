import { createCipher, createRandom } from '@runnel/core'
import { SENTENCES } from '../messages.ts'

/** UTF-16 units of a text. */
export const UNITS = 4000

const random = createRandom(7)
const drawn = (symbols: string) => () =>
  Array.from({ length: UNITS }, () => symbols.charAt(random.integer(symbols.length))).join('')

/** Texts of ten kinds, by name: one that a key explains, and what none does. */
export const texts: Readonly<Record<string, () => string>> = {
  English: () => createCipher('caesar').encrypt(SENTENCES.join('').repeat(20), { shift: 5 }),
  'random letters': drawn('abcdefghijklmnopqrstuvwxyz'),
  digits: drawn('0123456789'),
  emoji: () => '😀🎈🐍🚀🌍'.repeat(UNITS / 10),
  'one letter': () => 'x'.repeat(UNITS),
  spaces: () => ' '.repeat(UNITS),
  CJK: drawn('的一是不了人我在有他这为之大来以个中上们'),
  'a letter a line': () => SENTENCES.join('').replace(/\W/g, '').repeat(20).split('').join('\n'),
  base64: drawn('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
  '{}': () => '{}'.repeat(UNITS / 2),
}
