import { type CaesarKey, type Cipher, createCaesar } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import type { KeySpace } from './key-space.ts'

/** Every shift from 0, in order: 26 keys for the Latin alphabet. */
export const caesarKeys = (cipher: Cipher<CaesarKey> = createCaesar()): KeySpace =>
  enumerateKeys(
    cipher,
    Array.from({ length: cipher.alphabet.size }, (_, shift) => ({ shift })),
  )
