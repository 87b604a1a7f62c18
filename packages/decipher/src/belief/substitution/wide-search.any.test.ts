import { expect, test } from 'vitest'
import { createByteReader, createByteWriter } from '../../saving/bytes.ts'
import { createSampleCounts } from '../../testing/index.ts'
import { MOST_BITS, SPACE, USUAL_WIDTH, WIDE_LETTERS } from './constants.ts'
import { SubstitutionSearch } from './search.ts'
import { createSearchTable } from './search-table.ts'

const counts = await createSampleCounts()
const table = createSearchTable({ words: counts, letters: counts }, USUAL_WIDTH + 2000)
// Few different letters, so that there are few keys, but more than the usual ones.
const symbols = Array.from(
  'noon to no one ten ton net not eon onto tone note noon to no one ten ton',
  (unit) => (unit === ' ' ? SPACE : unit.charCodeAt(0) - 97),
)

const saved = (search: SubstitutionSearch): Uint8Array => {
  const writer = createByteWriter()
  search.save(writer)
  return writer.bytes()
}

const standing = ({ keys, letters }: SubstitutionSearch) => ({
  letters,
  width: keys.width,
  least: keys.least,
  costs: Array.from({ length: keys.count }, (_, key) => keys.costOf(key)),
})

test('a wide search keeps more keys at first, saves its text alone, and goes on elsewhere as if it had stayed', () => {
  const [stays, moves] = [
    new SubstitutionSearch(table, 'words'),
    { search: new SubstitutionSearch(table, 'words') },
  ]
  const widest = { count: 0, bytes: 0 }
  symbols.forEach((symbol, at) => {
    stays.read(symbol)
    moves.search.read(symbol)
    widest.count = Math.max(widest.count, stays.keys.count)
    if (at !== 30 && at !== symbols.length - 9) return
    const bytes = saved(moves.search)
    widest.bytes = Math.max(widest.bytes, bytes.length)
    moves.search = new SubstitutionSearch(table, 'words', createByteReader(bytes, 'search'))
  })
  expect(widest.count).toBeGreaterThan(USUAL_WIDTH)
  expect(stays.letters).toBeGreaterThan(WIDE_LETTERS)
  expect(standing(moves.search)).toEqual(standing(stays))
  expect(stays.keys.width).toBe(USUAL_WIDTH)
  expect(widest.bytes).toBeLessThan(MOST_BITS / 8 + 4096)
})

test('the text of a wide search is refused where there are more letters than it reads as one', () => {
  const search = new SubstitutionSearch(table, 'words')
  for (const symbol of symbols.slice(0, 12)) search.read(symbol)
  const bytes = saved(search)
  const narrow = createSearchTable({ words: counts, letters: counts }, 100)
  expect(() => new SubstitutionSearch(narrow, 'words', createByteReader(bytes, 'search'))).toThrow()
})
