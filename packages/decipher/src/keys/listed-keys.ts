import type { KeyFamily } from './key-family.ts'
import type { KeySpace } from './key-space.ts'

/** The family of keys that can be listed: one slot, whose values are the keys, each of which reads by a row of its own. */
export const listedKeys = ({ name, alphabet, symbols, keys }: KeySpace): KeyFamily => {
  const total = keys.reduce((sum, { prior }) => sum + prior, 0)
  const fillings = keys.map(({ prior }, value) => ({ value, prior: prior / total }))
  const named = keys.map(({ cipher, key }) => ({ cipher, key }))
  return {
    name,
    alphabet,
    symbols,
    tableau: keys.map(({ plaintext }) => plaintext),
    slots: 1,
    phaseLength: 0,
    slotOf: () => 0,
    fillings: () => fillings,
    rowOf: (value) => value,
    advance() {},
    keyOf: ([value]) => named[value],
  }
}
