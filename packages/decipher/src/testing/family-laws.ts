import { createRandom } from '@runnel/core'
import fc from 'fast-check'
import { EMPTY, type KeyFamily } from '../keys/key-family.ts'
import type { Law } from './laws.ts'
import { same } from './same.ts'

/** A family, and its cipher for a complete key. */
export interface FamilySubject {
  family: KeyFamily
  /** Decrypts as the cipher does, by the key that `keyOf` gives. */
  decrypt(ciphertext: string, key: Readonly<Record<string, unknown>>): string
}

/** Reads symbols in turn, filling each empty slot that they ask for by chance, within the family's own choice. */
const readAtRandom = ({ family }: FamilySubject, indices: readonly number[], seed: number) => {
  const random = createRandom(seed)
  const values = new Uint16Array(family.slots).fill(EMPTY)
  const phase = new Int32Array(family.phaseLength)
  const fill = (slot: number): void => {
    const fillings = family.fillings(slot, values)
    const total = fillings.reduce((sum, { prior }) => sum + prior, 0)
    same(Math.abs(total - 1) < 1e-9, true, `priors of slot ${slot} sum to ${total}`)
    values[slot] = fillings[random.integer(fillings.length)].value
    same(values[slot] === EMPTY, false, 'a value is no EMPTY')
  }
  if (family.slots === 1) fill(0)
  const rows = indices.map((index) => {
    const slot = family.slotOf(index, phase)
    same(slot >= -1 && slot < family.slots, true, `slot ${slot} is one of ${family.slots}`)
    if (slot !== -1 && values[slot] === EMPTY) fill(slot)
    const row = family.rowOf(slot === -1 ? EMPTY : values[slot], phase)
    same(row >= 0 && row < family.tableau.length, true, `row ${row} is one of ${family.tableau.length}`)
    family.advance(phase, row, index)
    return row
  })
  return { values, rows }
}

/** The laws of key families: slots, values and rows are the family's own, and a key reads as its cipher does. */
export const familyLaws = (numRuns = 100): Law<FamilySubject>[] => [
  {
    name: 'symbols: each one once, and each row has one unit of plaintext for each',
    check: async ({ family: { symbols, tableau } }) => {
      same(new Set(symbols).size, symbols.length, 'different symbols')
      for (const row of tableau) same(row.length, symbols.length, 'length of a row')
    },
  },
  {
    name: 'keys: whatever fills the slots that a text asks for, reading it is decrypting it',
    check: async (subject) =>
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.integer(), (numbers, seed) => {
          const { symbols, tableau, keyOf } = subject.family
          const indices = numbers.map((number) => number % symbols.length)
          const { values, rows } = readAtRandom(subject, indices, seed)
          const { key } = keyOf(values)
          same(JSON.parse(JSON.stringify(key)), key, 'a key, through JSON')
          const ciphertext = indices.map((index) => symbols[index]).join('')
          const read = rows.map((row, i) => tableau[row][indices[i]]).join('')
          same(read, subject.decrypt(ciphertext, key), 'text')
        }),
        { numRuns },
      ),
  },
]
