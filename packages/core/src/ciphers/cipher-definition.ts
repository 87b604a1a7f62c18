import type { Alphabet } from '../alphabet.ts'
import type { Random } from '../random.ts'

/**
 * Writes or reads one letter: takes its index in the alphabet and gives another. Moves `phase`, which holds
 * `phaseLength` numbers, all 0 before the first letter of a text.
 */
export type LetterStep = (index: number, phase: Int32Array) => number

/** Moves `phase` past a UTF-16 unit that is no letter. */
export type PassStep = (unit: number, phase: Int32Array) => void

/** A cipher by name, and its keys: made, written and read. */
export interface KeyedCipher<Key> {
  /** Lower-case name, as used in options, events and URLs. */
  readonly name: string
  /** The characters that are letters. */
  readonly alphabet: Alphabet
  /** Present where its letters are bytes: its text is bytes, one UTF-16 unit each, and not the text that they stand for. */
  readonly carries?: 'bytes'
  /**
   * Absent where each UTF-16 unit is written as one, and deciphering gives the text back. `blocks`: deciphering gives a unit for
   * each, but enciphering may put letters in to fill blocks up, and write letters that share a place alike. `signs`: letters are
   * written as other signs, of another number; what is deciphered is counted as it comes out.
   */
  readonly writes?: 'blocks' | 'signs'
  /** A description of keys as people write them, for help texts and error messages. */
  readonly keyHint: string
  /** Every key, of a cipher whose keys are few enough to be tried one by one. */
  listKeys?(): readonly Key[]
  /** A random key that changes the text. */
  generateKey(random: Random): Key
  /** Reads a key as a person writes it. @throws InvalidOptionError */
  parseKey(text: string): Key
  /** Writes a key so that `parseKey` reads it back. @throws InvalidOptionError on a key of no use */
  formatKey(key: Key): string
}

/** The parts of a cipher of letters that only it knows; `defineCipher` makes the rest of them. */
export interface CipherDefinition<Key> extends KeyedCipher<Key> {
  /** Numbers carried from letter to letter; 0 for a cipher that writes a letter alike wherever it stands. */
  readonly phaseLength: number
  /** The step that encrypts under a key. @throws InvalidOptionError on a key of no use */
  encryptor(key: Key): LetterStep
  /** The step that decrypts under a key. @throws InvalidOptionError on a key of no use */
  decryptor(key: Key): LetterStep
  /** The step past what is no letter, under a key that moves on there too. */
  passing?(key: Key): PassStep | undefined
}
