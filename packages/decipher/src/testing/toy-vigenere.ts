import { type Cipher, createAlphabet, createCaesar, defineCipher, LATIN } from '@runnel/core'
import type { KeyFamily } from '../keys/key-family.ts'

const PERIOD = 3
const SYMBOLS = LATIN + LATIN.toUpperCase()
const shiftOf = (letter: string): number => LATIN.indexOf(letter)

/** Vigenère of period 3 under a known key of three letters, such as `key`. */
export const toyVigenereCipher: Cipher<string> = defineCipher({
  name: 'toy-vigenere',
  alphabet: createAlphabet(LATIN),
  keyHint: 'three letters',
  phaseLength: 1,
  encryptor: (key) => (index, phase) => (index + shiftOf(key[phase[0]++ % PERIOD])) % 26,
  decryptor: (key) => (index, phase) => (index + 26 - shiftOf(key[phase[0]++ % PERIOD])) % 26,
  generateKey: (random) => Array.from({ length: PERIOD }, () => LATIN[random.integer(26)]).join(''),
  parseKey: (text) => text,
  formatKey: (key) => key,
})

/** A family with a phase: three slots, taken in turn, of 26 shifts or of the first few. */
export const toyVigenere = (shifts = 26): KeyFamily => ({
  name: 'toy-vigenere',
  alphabet: toyVigenereCipher.alphabet,
  symbols: SYMBOLS,
  tableau: Array.from(LATIN, (_, shift) => createCaesar().decrypt(SYMBOLS, { shift })),
  slots: PERIOD,
  phaseLength: 1,
  slotOf: (_, [place]) => place,
  fillings: () => Array.from({ length: shifts }, (_, value) => ({ value, prior: 1 / shifts })),
  rowOf: (value) => value,
  advance(phase) {
    phase[0] = (phase[0] + 1) % PERIOD
  },
  keyOf: (values) => ({
    cipher: 'toy-vigenere',
    key: Object.freeze({ key: Array.from(values, (value) => LATIN[value] ?? '.').join('') }),
  }),
})
