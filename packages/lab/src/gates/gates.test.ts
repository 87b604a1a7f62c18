import { createCaesar } from '@runnel/core'
import { tokenizerOf } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { languageConfig } from '../language/language-config.ts'
import { startWeights } from '../start-weights.ts'
import { AFTER, BEFORE, cipherStreams } from './cipher-streams.ts'
import { BUDGETS, multiplicationsOf } from './equal-cost.ts'
import { PASSAGE } from './passage.ts'
import { placeOf } from './read-places.ts'

test('both ways on, of a key that changes and of one that stays, decipher to the same text', () => {
  const tokenizer = tokenizerOf(languageConfig('gru', 8))
  const { decrypt } = createCaesar()
  const folded = tokenizer.decode(tokenizer.encode(PASSAGE)).repeat(2)
  for (const { plain, changed, stayed, keys } of cipherStreams(PASSAGE, 20, tokenizer, 1)) {
    expect(keys[0]).not.toBe(keys[1])
    const [before, after] = [changed.subarray(0, BEFORE), changed.subarray(BEFORE)]
    expect([after.length, stayed.length]).toEqual([AFTER, AFTER])
    const read = (ids: Uint16Array, shift: number) => decrypt(tokenizer.decode(ids), { shift })
    expect(folded).toContain(read(before, keys[0]) + read(after, keys[1]))
    expect(read(stayed, keys[0])).toBe(read(after, keys[1]))
    expect(plain).toMatch(/^[A-Za-z-]/)
  }
})

test('places in a text', () => {
  const places = Array.from("a b-cd, it's", (_, at) => placeOf("a b-cd, it's", at))
  const [space, first, later] = ['space', 'first letter of a word', 'later letter']
  expect(places).toEqual([
    first,
    space,
    first,
    undefined,
    first,
    later,
    undefined,
    space,
    first,
    later,
    undefined,
    first,
  ])
})

test('nets of one budget multiply about as often', () => {
  for (const budget of BUDGETS) {
    const counts = Object.entries(budget).map(([cell, units]) =>
      multiplicationsOf(startWeights(languageConfig(cell, units), 1)),
    )
    expect(Math.min(...counts) / Math.max(...counts)).toBeGreaterThan(0.7)
  }
})
