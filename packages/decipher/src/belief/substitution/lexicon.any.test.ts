import { LATIN } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { netLanguageModel } from '../../language/net-language-model.ts'
import { createBigramModel, createSampleCounts } from '../../testing/index.ts'
import { SPACE } from './constants.ts'
import { Lexicon } from './lexicon.ts'
import { netMeansOf } from './net-reader.ts'
import { SubstitutionSearch } from './search.ts'
import { createSearchTable } from './search-table.ts'
import { SecondOpinion } from './second-opinion.ts'
import { UNITS_A_WORD_LETTER } from './trust-constants.ts'

const lexicon = new Lexicon(['the', 'rive', 'river', 'veranda', 'rand'])
const IDENTITY = Uint8Array.from(LATIN, (_, letter) => letter)

/** Letters beyond the third that words are worth in a text, read as it stands. */
const worth = (text: string, key = IDENTITY): number => {
  const slots = Uint8Array.from(text, (unit) => (unit === ' ' ? SPACE : LATIN.indexOf(unit)))
  return lexicon.unitsOf({ slots, length: slots.length }, key) / UNITS_A_WORD_LETTER
}

describe('what words are worth', () => {
  test.each([
    ['short words nothing', 'the the', 0],
    ['each its letters from the fourth on', 'the river veranda', 2 + 4],
    ['the same without spaces', 'theriververanda', 2 + 4],
    ['of those that overlap, the ones worth most', 'riveranda', 4],
    ['none across a space', 'riv er ver anda', 0],
    ['a word inside another, as far as it goes', 'rivers', 2],
    ['nothing where a text ends within a word', 'the riv', 0],
    ['nothing of no text', '', 0],
  ])('%s', (_, text, letters) => {
    expect(worth(text)).toBe(letters)
  })

  test('is of the text as a key reads it', () => {
    const turned = IDENTITY.map((letter) => LATIN.length - 1 - letter)
    expect(worth(Array.from('river', (unit) => LATIN[25 - LATIN.indexOf(unit)]).join(''), turned)).toBe(2)
  })
})

test('a key that reads words has that much more weight than by counts and net', async () => {
  const [text, counts] = ['the boat came down the river in the morning', await createSampleCounts()]
  const table = createSearchTable({ words: counts, letters: counts }, 200)
  const search = new SubstitutionSearch(table, 'words')
  for (const unit of text) search.read(unit === ' ' ? SPACE : LATIN.indexOf(unit))
  const net = netMeansOf(netLanguageModel(createBigramModel(`${text} `.repeat(5))))
  const [plain, worded] = [undefined, new Lexicon(text.split(' '))].map(
    (words) => new SecondOpinion(net, table.costs.words, words),
  )
  const keyOf = (key: number) =>
    Uint8Array.from({ length: search.keys.slots }, (_, slot) => search.keys.letterOf(key, slot))
  const units = ({ key }: { key: number }): number =>
    new Lexicon(text.split(' ')).unitsOf(search.text, keyOf(key))
  const before = plain.of(search.keys, search.text)
  const after = worded.of(search.keys, search.text)
  expect(after.length).toBeGreaterThan(1)
  expect(after).toEqual(
    before.map((tilt) => ({ ...tilt, units: tilt.units + units(before[0]) - units(tilt) })),
  )
  expect(new Set(after.map(units)).size).toBeGreaterThan(1)
  for (const opinion of [plain, worded]) opinion.free()
})
