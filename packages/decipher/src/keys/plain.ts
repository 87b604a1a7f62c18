import { createAlphabet, LATIN } from '@runnel/core'
import type { KeySpace } from './key-space.ts'

/** No cipher at all. */
export const plainKeys = (letters: string = LATIN): KeySpace => ({
  name: 'plain',
  alphabet: createAlphabet(letters),
  symbols: '',
  keys: [{ cipher: 'plain', key: Object.freeze({}), prior: 1, plaintext: '' }],
})
