import { createAlphabet } from '../alphabet.ts'
import { streaming } from './block-cipher.ts'
import type { Cipher } from './cipher.ts'
import type { KeyedCipher } from './cipher-definition.ts'
import { createNumberStream, type NumberRules } from './number-stream.ts'

/** The parts of a cipher of numbers that only it knows. */
export interface NumberCipherDefinition<Key>
  extends Omit<KeyedCipher<Key>, 'alphabet' | 'listKeys' | 'writes'> {
  /** The rules under a key. @throws InvalidOptionError on a key of no use */
  rulesOf(key: Key): NumberRules
}

/** Makes a cipher that writes a number for each letter. Letters that numbers stand for are read in upper case. */
export const defineNumberCipher = <Key>(definition: NumberCipherDefinition<Key>): Cipher<Key> => ({
  ...definition,
  ...streaming<Key>((key, direction, saved) => createNumberStream(definition.rulesOf(key), direction, saved)),
  writes: 'signs',
  alphabet: createAlphabet('0123456789'),
})
