import { createAlphabet } from '../alphabet.ts'
import type { Cipher } from './cipher.ts'
import { createKeylessCipher, type NoKey } from './keyless-cipher.ts'

/** The 94 characters of ASCII that print, from `!` to `~`; upper and lower case are letters of their own. */
export const PRINTABLE: string =
  '!"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~'

/**
 * ROT47: every printable character of ASCII but the space moves 47 places along their list, which is half way
 * round.
 *
 * It has no key, and both directions are the same. Source: the Jargon File, under rot13.
 *
 * @example
 * import { createRot47 } from '@runnel/core'
 * createRot47().encrypt('Data, 42', {}) // 's2E2[ ca'
 */
export const createRot47 = (): Cipher<NoKey> => {
  const alphabet = createAlphabet(PRINTABLE)
  const places = Array.from({ length: alphabet.size }, (_, index) => (index + 47) % alphabet.size)
  return createKeylessCipher('rot47', alphabet, places)
}
