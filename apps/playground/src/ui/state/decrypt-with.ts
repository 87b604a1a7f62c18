import { findLetterCipher, letterCiphers } from '@runnel/core/ciphers'
import type { NamedKey } from '../../engine/index.ts'

/**
 * Reads a text that starts where the stream starts with a key, by the same ciphers as every other skin.
 *
 * @returns undefined for a cipher that is not in the list, or a key that is not complete
 */
export const decryptWith = (text: string, { cipher, key }: NamedKey): string | undefined => {
  if (cipher === 'plain' || cipher === 'unknown') return text
  if (!Object.hasOwn(letterCiphers, cipher)) return undefined
  try {
    return findLetterCipher(cipher).decrypt(text, key)
  } catch {
    return undefined
  }
}

/** Tells whether a letter is read alike wherever it stands, so that a piece can be read by itself. */
const readsPieces = (cipher: string): boolean =>
  !Object.hasOwn(letterCiphers, cipher) || findLetterCipher(cipher).phaseLength === 0

/** Reads `from` to before `to` of a text with a key. */
export const decryptPiece = (
  text: string,
  { from, to }: { from: number; to: number },
  key: NamedKey,
): string | undefined =>
  readsPieces(key.cipher)
    ? decryptWith(text.slice(from, to), key)
    : decryptWith(text.slice(0, to), key)?.slice(from)
