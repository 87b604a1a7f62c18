import { createRandom, LATIN } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { createLexicon } from '../../inferences/substitution-lexicon.ts'
import { netLanguageModel } from '../../language/net-language-model.ts'
import { createBigramModel, createSampleCounts } from '../../testing/index.ts'
import { SPACE } from './constants.ts'
import type { Layout } from './layout.ts'
import { Lexicon } from './lexicon.ts'
import { netMeansOf } from './net-reader.ts'
import { SubstitutionSearch } from './search.ts'
import { createSearchTable } from './search-table.ts'
import { SecondOpinion } from './second-opinion.ts'
import { UNITS_A_WORD_LETTER } from './trust-constants.ts'

const lexicon = new Lexicon(['the', 'rive', 'river', 'veranda', 'rand'])
const IDENTITY = Uint8Array.from(LATIN, (_, letter) => letter)

/** Letters beyond the third that words are worth in a text, read as it stands. */
const worth = (text: string, layout: Layout, key = IDENTITY): number => {
  const slots = Uint8Array.from(text, (unit) => (unit === ' ' ? SPACE : LATIN.indexOf(unit)))
  return lexicon.unitsOf({ slots, length: slots.length }, key, layout) / UNITS_A_WORD_LETTER
}

describe('what words are worth', () => {
  test.each([
    ['short words nothing', 'the the', 'words', 0],
    ['each its letters from the fourth on', 'the river veranda', 'words', 2 + 4],
    ['the same without spaces', 'theriververanda', 'letters', 2 + 4],
    ['of those that overlap, the ones worth most', 'riveranda', 'letters', 4],
    ['none across a space', 'riv er ver anda', 'words', 0],
    ['none within another, where words are apart', 'rivers ariver', 'words', 0],
    ['one within another as far as it goes, where they are not', 'riversariver', 'letters', 2 + 2],
    ['nothing where a text ends within a word', 'theriv', 'letters', 0],
    ['the last one, too', 'a river', 'words', 2],
    ['nothing of no text', '', 'words', 0],
  ] as const)('%s', (_, text, layout, letters) => {
    expect(worth(text, layout)).toBe(letters)
  })

  test('is of the text as a key reads it', () => {
    const turned = IDENTITY.map((letter) => LATIN.length - 1 - letter)
    const text = Array.from('river', (unit) => LATIN[25 - LATIN.indexOf(unit)]).join('')
    expect(worth(text, 'words', turned)).toBe(2)
  })
})

test('words are found in whatever order they are listed, and in a tree of more nodes than 16 bits tell apart', () => {
  const random = createRandom(7)
  const many = Array.from({ length: 7000 }, () =>
    Array.from({ length: 12 }, () => LATIN[random.integer(26)]).join(''),
  )
  const [tree, again] = [new Lexicon(many), new Lexicon([...many].sort().reverse())]
  const texts = many.slice(0, 50).map((word) => Uint8Array.from(word, (unit) => LATIN.indexOf(unit)))
  for (const slots of texts)
    for (const one of [tree, again])
      expect(one.unitsOf({ slots, length: 12 }, IDENTITY, 'letters')).toBe(9 * UNITS_A_WORD_LETTER)
})

test('words of text without spaces alone have no say with them', () => {
  const list = { name: 'words', id: 'abc', words: ['river'] }
  const [always, spaceless] = [createLexicon(list), createLexicon(list, { spaceless: true })]
  const text = { slots: Uint8Array.from('river', (unit) => LATIN.indexOf(unit)), length: 5 }
  const worthBy = (one: typeof always) =>
    (['words', 'letters'] as const).map((layout) => one.unitsOf(text, IDENTITY, layout))
  expect(worthBy(always)).toEqual([2 * UNITS_A_WORD_LETTER, 2 * UNITS_A_WORD_LETTER])
  expect(worthBy(spaceless)).toEqual([0, 2 * UNITS_A_WORD_LETTER])
  // Sessions of one do not go on with the other.
  expect(spaceless.id).not.toBe(always.id)
})

test('a key that reads words has that much more weight than by counts and net', async () => {
  const [text, counts] = ['theboatcamedowntheriverinthemorning', await createSampleCounts()]
  const table = createSearchTable({ words: counts, letters: counts }, 200)
  const search = new SubstitutionSearch(table, 'letters')
  for (const unit of text) search.read(LATIN.indexOf(unit))
  const net = netMeansOf(netLanguageModel(createBigramModel(`${text} `.repeat(5))))
  const best = Array.from(
    search.text.slots.subarray(0, search.text.length),
    (slot) => LATIN[search.keys.letterOf(search.keys.best, slot)],
  ).join('')
  const words = new Lexicon([best.slice(4, 9), best.slice(12, 20)])
  const [plain, worded] = [undefined, words].map(
    (lexicon) => new SecondOpinion(net, 'letters', { ...table, lexicon }),
  )
  const keyOf = (key: number) =>
    Uint8Array.from({ length: search.keys.slots }, (_, slot) => search.keys.letterOf(key, slot))
  const units = ({ key }: { key: number }): number => words.unitsOf(search.text, keyOf(key), 'letters')
  const before = plain.of(search.keys, search.text)
  const after = worded.of(search.keys, search.text)
  expect(after.length).toBeGreaterThan(1)
  expect(after).toEqual(
    before.map((tilt) => ({ ...tilt, units: tilt.units + units(before[0]) - units(tilt) })),
  )
  expect(new Set(after.map(units)).size).toBeGreaterThan(1)
  for (const opinion of [plain, worded]) opinion.free()
})
