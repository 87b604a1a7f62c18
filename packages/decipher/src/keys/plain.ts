import { createAlphabet, LATIN } from '@runnel/core'
import type { KeySpace } from './key-space.ts'

/** No cipher at all. */
export const plainKeys = (): KeySpace => ({
  name: 'plain',
  alphabet: createAlphabet(LATIN),
  symbols: '',
  keys: [{ cipher: 'plain', key: Object.freeze({}), prior: 1, plaintext: '' }],
})
