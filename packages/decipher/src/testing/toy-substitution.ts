import { createAlphabet } from '@runnel/core'
import { EMPTY, type KeyFamily } from '../keys/key-family.ts'

const LETTERS = 'eta'

/**
 * A family with an open key: a substitution among three letters, with a slot for each letter of the ciphertext, no
 * value twice.
 */
export const toySubstitution = (): KeyFamily => ({
  name: 'toy-substitution',
  alphabet: createAlphabet(LETTERS),
  symbols: LETTERS + LETTERS.toUpperCase(),
  tableau: Array.from(LETTERS, (letter) => letter.repeat(3) + letter.toUpperCase().repeat(3)),
  slots: LETTERS.length,
  phaseLength: 0,
  slotOf: (index) => index % LETTERS.length,
  fillings(_, values) {
    const left = Array.from(LETTERS, (_, value) => value).filter((value) => !values.includes(value))
    return left.map((value) => ({ value, prior: 1 / left.length }))
  },
  rowOf: (value) => value,
  advance() {},
  keyOf: (values) => ({
    cipher: 'toy-substitution',
    key: Object.freeze({
      alphabet: Array.from(values, (value) => (value === EMPTY ? '.' : LETTERS[value])).join(''),
    }),
  }),
})
