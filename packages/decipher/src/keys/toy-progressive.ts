import { createAlphabet, createCaesar, LATIN } from '@runnel/core'
import type { KeyFamily } from './key-family.ts'

const SYMBOLS = LATIN + LATIN.toUpperCase()

/** Progressive Caesar: one slot of 26 values, and a phase that moves the row on with each letter. */
export const toyProgressive = (): KeyFamily => ({
  name: 'toy-progressive',
  alphabet: createAlphabet(LATIN),
  symbols: SYMBOLS,
  tableau: Array.from(LATIN, (_, shift) => createCaesar().decrypt(SYMBOLS, { shift })),
  slots: 1,
  phaseLength: 1,
  slotOf: () => 0,
  fillings: () => Array.from(LATIN, (_, value) => ({ value, prior: 1 / 26 })),
  rowOf: (value, phase) => (value + phase[0]) % 26,
  advance(phase) {
    phase[0] = (phase[0] + 1) % 26
  },
  keyOf: ([first]) => ({ cipher: 'toy-progressive', key: Object.freeze({ first }) }),
})
