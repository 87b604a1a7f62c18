import { type Cipher, createAlphabet, createAtbash, createRot47, LATIN, type NoKey } from '@runnel/core'
import { enumerateKeys } from './enumerate-keys.ts'
import type { KeySpace } from './key-space.ts'

/** Atbash, which has no key. */
export const atbashKeys = (cipher: Cipher<NoKey> = createAtbash()): KeySpace => enumerateKeys(cipher, [{}])

/** ROT47, which has no key. */
export const rot47Keys = (cipher: Cipher<NoKey> = createRot47()): KeySpace => enumerateKeys(cipher, [{}])

/** No cipher at all. */
export const plainKeys = (): KeySpace => ({
  name: 'plain',
  alphabet: createAlphabet(LATIN),
  symbols: '',
  keys: [{ cipher: 'plain', key: Object.freeze({}), prior: 1, plaintext: '' }],
})
