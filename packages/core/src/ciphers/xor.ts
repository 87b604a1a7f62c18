import type { Alphabet } from '../alphabet.ts'
import { bytesAsText } from '../byte-text.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'
import { type XorKey, xorBytesOf, xorKeyHint, xorKeyOf } from './xor-key.ts'

const SIZE = 256

/**
 * Repeating-key XOR over bytes: each byte is combined by exclusive or with a byte of the key, taken in turn.
 *
 * Text is bytes, one UTF-16 unit each (`bytesAsText`); a unit above U+00FF is none, and passes. Both directions are the
 * same. Source: cryptopals.com, set 1, challenge 5.
 *
 * @example
 * import { createXor } from '@runnel/core/ciphers'
 * createXor().encrypt('Hi!', { key: '0x20' }) // 'hI\u0001'
 */
export const createXor = (): Cipher<XorKey> =>
  defineCipher({
    name: 'xor',
    alphabet: bytes(),
    carries: 'bytes',
    keyHint: xorKeyHint,
    phaseLength: 1,
    encryptor: combining,
    decryptor: combining,
    generateKey(random) {
      // The first byte is not 0, which would leave a text as it is.
      const key = Array.from({ length: 1 + random.integer(16) }, (_, at) =>
        at === 0 ? 1 + random.integer(SIZE - 1) : random.integer(SIZE),
      )
      return xorKeyOf(key)
    },
    parseKey: (text) => xorKeyOf(xorBytesOf({ key: text })),
    formatKey: (key) => xorKeyOf(xorBytesOf(key)).key,
  })

const combining = (key: XorKey): LetterStep => {
  const own = xorBytesOf(key)
  return (byte, phase) => {
    const [at] = phase
    phase[0] = (at + 1) % own.length
    return byte ^ own[at]
  }
}

/** All bytes; upper and lower case are letters of their own. */
const bytes = (): Alphabet => ({
  letters: bytesAsText(Uint8Array.from({ length: SIZE }, (_, byte) => byte)),
  size: SIZE,
  indexOf: (unit) => (unit < SIZE ? unit : -1),
  letterAt: (index) => index,
})
