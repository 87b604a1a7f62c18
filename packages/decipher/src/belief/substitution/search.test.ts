import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { createSampleCounts } from '../../testing/index.ts'
import { CONTEXTS, DROP, LETTERS, SPACE, START, SYMBOL_BITS } from './constants.ts'
import { copyKey } from './copy-key.ts'
import { costIn } from './cost-table.ts'
import { knownLettersOf } from './known-letters.ts'
import { PartialKeys } from './partial-keys.ts'
import { Replica } from './replica.ts'
import { SubstitutionSearch } from './search.ts'
import { createSearchTable } from './search-table.ts'
import { SlotText } from './slot-text.ts'

const counts = await createSampleCounts()
const WIDTH = 200
/** A cost that no exchange adds. */
const WHATEVER = 1e6
/** All letters, as a mask. */
const ALL = 2 ** LETTERS - 1
const table = createSearchTable({ words: counts, letters: counts }, WIDTH)
const costs = table.costs.words

/** Letters of a text as numbers, in slots: the first letter is 0, the next other one 1. */
const slotsOf = (text: string): number[] => {
  const seen = [...new Set(text.replaceAll(' ', ''))]
  return Array.from(text, (unit) => (unit === ' ' ? SPACE : seen.indexOf(unit)))
}

/** Cost of slots under a key, added up from the table. */
const costOf = (slots: readonly number[], key: ArrayLike<number>): number => {
  let [context, cost] = [START, 0]
  for (const slot of slots) {
    const number = (context << SYMBOL_BITS) | (slot === SPACE ? SPACE : key[slot])
    cost += costIn(costs, number)
    context = number & (CONTEXTS - 1)
  }
  return cost
}

const TEXT = 'the boat came down the river and the man at the mill waited for the bread and letters'

test('a replica knows its cost, and what an exchange would add to it, whatever letters', () => {
  const text = new SlotText(costs.depth)
  const slots = slotsOf(TEXT)
  const replica = new Replica(costs, text, { allowances: table.allowances, fixed: 0 })
  const random = createRandom(3)
  slots.forEach((slot, at) => {
    text.push(slot)
    replica.grow()
    const read = slots.slice(0, at + 1)
    for (let i = 0; i < 5; i++) {
      const [a, b] = [random.integer(LETTERS), random.integer(LETTERS)]
      if (a === b) continue
      const [before, difference] = [replica.cost, replica.difference(a, b, WHATEVER)]
      replica.exchange(a, b)
      expect(replica.cost).toBe(before + difference)
      expect(replica.cost).toBe(costOf(read, replica.key))
    }
  })
  replica.descend(20)
  const { cost } = replica
  for (let a = 0; a < 20; a++)
    for (let b = 0; b < LETTERS; b++) expect(replica.difference(a, b, WHATEVER) >= 0 || a === b).toBe(true)
  expect(cost).toBe(costOf(slots, replica.key))
})

test('partial keys are in order, none twice, cost what their letters cost, and the best are kept', () => {
  const keys = new PartialKeys(WIDTH, costs)
  const slots = slotsOf('the boat came')
  const key = new Uint8Array(LETTERS)
  slots.forEach((slot, at) => {
    if (slot === keys.slots) keys.branch(ALL)
    else keys.read(slot)
    const read = slots.slice(0, at + 1)
    expect(keys.count).toBeGreaterThan(0)
    expect(keys.count).toBeLessThanOrEqual(WIDTH)
    let least = DROP
    for (let i = 0; i < keys.count; i++) {
      copyKey(keys, i, key)
      expect(new Set(key).size).toBe(LETTERS)
      expect(keys.least + keys.costOf(i)).toBe(costOf(read, key))
      least = Math.min(least, keys.costOf(i))
      if (i === 0) continue
      const slot = keys.shared(i)
      expect(keys.letterOf(i, slot)).toBeGreaterThan(keys.letterOf(i - 1, slot))
    }
    expect(least).toBe(0)
  })
  // Of all keys for the first two slots, the best by an independent count.
  const two = new PartialKeys(50, costs)
  two.branch(ALL)
  two.branch(ALL)
  const all: number[] = []
  for (let a = 0; a < LETTERS; a++)
    for (let b = 0; b < LETTERS; b++) if (a !== b) all.push(costOf([0, 1], [a, b]))
  all.sort((a, b) => a - b)
  const kept = Array.from({ length: two.count }, (_, i) => two.least + two.costOf(i)).sort((a, b) => a - b)
  // The first branch kept all 26.
  expect(kept).toEqual(all.slice(0, 50))
})

test('a key that is found elsewhere is taken in once, in its place', () => {
  const keys = new PartialKeys(WIDTH, costs)
  const slots = slotsOf('the boat')
  for (const slot of slots) slot === keys.slots ? keys.branch(ALL) : keys.read(slot)
  const before = keys.count
  const text = new SlotText(costs.depth)
  for (const slot of slots) text.push(slot)
  const replica = new Replica(costs, text, { allowances: table.allowances, fixed: 0 })
  copyKey(keys, 7, replica.key)
  replica.take(replica.key.slice())
  keys.insert(replica.key, replica.context, replica.cost)
  expect(keys.count).toBe(before)
  // The true key, if it was lost, comes back as it is.
  const truth = Uint8Array.from(
    [...'theboa', ...'cdfgijklmnpqrsuvwxyz'],
    (letter) => letter.charCodeAt(0) - 97,
  )
  replica.take(truth)
  keys.insert(replica.key, replica.context, replica.cost)
  const has = Array.from({ length: keys.count }, (_, i) => i).filter((i) =>
    truth.subarray(0, keys.slots).every((letter, slot) => keys.letterOf(i, slot) === letter),
  )
  expect(has.length).toBe(1)
  expect(keys.least + keys.costOf(has[0])).toBe(costOf(slots, truth))
})

test.each(['words', 'letters'] as const)(
  'a search that moves after every symbol goes on as one that stays: %s',
  (layout) => {
    const staying = new SubstitutionSearch(table, layout)
    let moving = new SubstitutionSearch(table, layout)
    const bytesOf = (search: SubstitutionSearch): Uint8Array => {
      const writer = createByteWriter()
      search.save(writer)
      return writer.bytes()
    }
    for (const unit of TEXT) {
      if (unit === ' ' && layout === 'letters') continue
      const symbol = unit === ' ' ? SPACE : unit.charCodeAt(0) - 97
      staying.read(symbol)
      moving.read(symbol)
      const bytes = bytesOf(moving)
      expect(bytes).toEqual(bytesOf(staying))
      const reader = createByteReader(bytes, 'search')
      moving = new SubstitutionSearch(table, layout, reader)
      reader.end()
    }
    expect(staying.letters).toBe(TEXT.replaceAll(' ', '').length)
  },
)

test('letters that are given stay as they are, and no other letter is read as theirs', () => {
  // x stands for e; t, which does not come soon, for q.
  const known = knownLettersOf([
    [23, 4],
    [19, 16],
  ])
  const search = new SubstitutionSearch({ ...table, known: known ?? table.known }, 'words')
  const ciphertext = `${TEXT.replaceAll('t', 'y').replaceAll('e', 'x')} t`
  for (const unit of ciphertext) {
    search.read(unit === ' ' ? SPACE : unit.charCodeAt(0) - 97)
    for (let key = 0; key < search.keys.count; key++) {
      search.slots.forEach((slot, cipher) => {
        if (slot === -1) return
        const letter = search.keys.letterOf(key, slot)
        expect([cipher === 23, cipher === 19]).toEqual([letter === 4, letter === 16])
      })
    }
  }
  expect(search.letters).toBeGreaterThan(40)
  expect(
    knownLettersOf([
      [1, 2],
      [1, 3],
    ]),
  ).toBeUndefined()
  expect(
    knownLettersOf([
      [1, 2],
      [3, 2],
    ]),
  ).toBeUndefined()
})
