import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { createSampleCounts } from '../../testing/index.ts'
import { LADDER, LETTERS, MOST_LETTERS, SPACE } from './constants.ts'
import { createKey } from './create-key.ts'
import { KernelKey } from './kernel-key.ts'
import type { Draws, MovedKey } from './moved-key.ts'
import { Replica } from './replica.ts'
import { SubstitutionSearch } from './search.ts'
import { createSearchTable, expecting, type SearchTable } from './search-table.ts'
import { SlotText } from './slot-text.ts'

const counts = { words: await createSampleCounts(), letters: await createSampleCounts() }
const inKernels = createSearchTable(counts, 100)
const inScript = createSearchTable(counts, 100, () => undefined)
/** Words that are many enough for rows of 32 bits, as the larger counts have. */
const random = createRandom(3)
const cribs = Array.from({ length: 800 }, () =>
  Uint8Array.from({ length: 12 }, () => random.integer(LETTERS)),
)
const TEXT = 'the boat came down the river and the man at the mill waited for the bread and letters'
const symbols = Array.from(TEXT, (unit) => (unit === ' ' ? SPACE : unit.charCodeAt(0) - 97))

test('there are kernels here, and none where they are not to be had', () => {
  const text = new SlotText(4)
  expect(createKey(inKernels, 'words', { place: 0, text })).toBeInstanceOf(KernelKey)
  expect(createKey(inScript, 'words', { place: 0, text })).toBeInstanceOf(Replica)
})

/** A key that moves with its text, and what is seen of it. */
const mover = (table: SearchTable, fixed: number) => {
  const text = new SlotText(4)
  const draws: Draws = { random: createRandom(5) }
  const key = createKey({ ...table, known: { ...table.known, fixed } }, 'words', { place: 1, text })
  return {
    text,
    draws,
    key,
    seen: () => ({ key: [...key.key], ...standing(key), random: draws.random.save() }),
  }
}
const standing = ({ cost, context }: MovedKey) => ({ cost, context })

test('rows take 16 bits where they fit', () => {
  const sizes = [inKernels, expecting(inKernels, cribs.slice(0, 1)), expecting(inKernels, cribs)].map(
    ({ costs }) => costs.words.rows.BYTES_PER_ELEMENT,
  )
  expect(sizes).toEqual([2, 2, 4])
})

test.each([
  [0, 0],
  [0b1010, 0],
  [0, 800],
])(
  'kernels move keys as TypeScript does, to the last random number; fixed: %d, cribs: %d',
  (fixed, expected) => {
    const [kernels, script] = [inKernels, inScript].map((table) => expecting(table, cribs.slice(0, expected)))
    const both = [kernels, script].map((table) => mover(table, fixed))
    // Another search has the same memory in between.
    const other = mover(kernels, 0)
    const slots = new Map<number, number>()
    const seen = () => slots.size
    symbols.forEach((symbol, at) => {
      if (symbol !== SPACE && !slots.has(symbol)) slots.set(symbol, seen())
      const slot = slots.get(symbol) ?? SPACE
      for (const { text, key, draws } of [...both, other]) {
        text.push(slot)
        key.grow()
        if (at % 3 === 0) key.stir({ seen: seen(), swaps: 20, coldness: LADDER[at % LADDER.length] }, draws)
        if (at % 20 === 19) key.anneal({ seen: seen(), letters: at, swaps: 130 }, draws)
        if (at % 7 === 0) key.descend(seen())
        if (at === 40)
          key.take(
            Uint8Array.from({ length: MOST_LETTERS }, (_, letter) =>
              letter < LETTERS ? LETTERS - 1 - letter : letter,
            ),
          )
      }
      expect(both[0].seen()).toEqual(both[1].seen())
    })
  },
)

const keysOf = ({ keys }: SubstitutionSearch) =>
  Array.from({ length: keys.count }, (_, key) => [
    keys.costOf(key),
    ...Array.from({ length: keys.slots }, (_, slot) => keys.letterOf(key, slot)),
  ])

test.each(['words', 'letters'] as const)('a search finds in kernels what it finds without: %s', (layout) => {
  const [first, second] = [inKernels, inScript].map((table) => new SubstitutionSearch(table, layout))
  for (const symbol of symbols.slice(0, 64)) {
    if (symbol === SPACE && layout === 'letters') continue
    first.read(symbol)
    second.read(symbol)
  }
  expect(keysOf(first)).toEqual(keysOf(second))
})

/** Text in the 24 letters of Greek, and in 31, of which three come last and seldom. */
const GREEK =
  'η βαρκα κατεβηκε το ποταμι το πρωι με ψωμι και γραμματα και ο ανθρωπος στον μυλο τα περιμενε ως εξι η ωρα'
const MANY = 'abcdefghijklmnopqrstuvwxyzåäöæø'

test.each([
  [24, GREEK, 'αβγδεζηθικλμνξοπρστυφχψω'],
  [31, `${TEXT} på äng och ö`, MANY],
])('and over %d letters, all of which a key holds once', async (size, text, letters) => {
  const own = await createSampleCounts(text, letters)
  const both = { words: own, letters: own }
  const made = [createSearchTable(both, 100), createSearchTable(both, 100, () => undefined)]
  const [first, second] = made.map((table) => new SubstitutionSearch(table, 'words'))
  const [kernels, script] = made.map((table) => mover(table, 0))
  const slots = new Map<string, number>()
  for (const unit of text) {
    const symbol = unit === ' ' ? SPACE : letters.indexOf(unit)
    first.read(symbol)
    second.read(symbol)
    if (unit !== ' ' && !slots.has(unit)) slots.set(unit, slots.size)
    for (const { text, key, draws } of [kernels, script]) {
      text.push(slots.get(unit) ?? SPACE)
      key.grow()
      key.stir({ seen: Math.max(1, slots.size), swaps: 20, coldness: LADDER[0] }, draws)
    }
  }
  for (const { key, draws } of [kernels, script]) {
    key.anneal({ seen: slots.size, letters: text.length, swaps: 130 }, draws)
    expect(new Set(key.key.slice(0, size))).toEqual(new Set(Array(size).keys()))
  }
  expect(kernels.seen()).toEqual(script.seen())
  expect(keysOf(first)).toEqual(keysOf(second))
})
