import { type BlockRules, createBlockStream } from './block-stream.ts'
import type { Cipher } from './cipher.ts'
import type { KeyedCipher } from './cipher-definition.ts'
import type { CipherStream, Direction } from './cipher-stream.ts'

/** The parts of a cipher of blocks that only it knows. */
export interface BlockCipherDefinition<Key> extends Omit<KeyedCipher<Key>, 'listKeys' | 'writes'> {
  /** The rules of a direction under a key. @throws InvalidOptionError on a key of no use */
  rulesOf(key: Key, direction: Direction): Omit<BlockRules, 'name'>
}

/** Makes a cipher that writes letters in blocks. */
export const defineBlockCipher = <Key>(definition: BlockCipherDefinition<Key>): Cipher<Key> => {
  const { name, rulesOf } = definition
  const createStream = (key: Key, direction: Direction, saved?: Int32Array): CipherStream =>
    createBlockStream({ name, ...rulesOf(key, direction) }, saved)
  return { ...definition, ...streaming(createStream), writes: 'blocks' }
}

/** The parts of a cipher that carries text from chunk to chunk, by its streams. */
export const streaming = <Key>(
  createStream: Cipher<Key>['createStream'],
): Pick<Cipher<Key>, 'createStream' | 'encrypt' | 'decrypt' | 'phaseLength'> => {
  const whole = (text: string, key: Key, direction: Direction): string => {
    const stream = createStream(key, direction)
    return stream.push(text) + stream.end()
  }
  return {
    phaseLength: Number.POSITIVE_INFINITY,
    createStream,
    encrypt: (plaintext, key) => whole(plaintext, key, 'encrypt'),
    decrypt: (ciphertext, key) => whole(ciphertext, key, 'decrypt'),
  }
}
