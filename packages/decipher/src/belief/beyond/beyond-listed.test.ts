import { createAlphabet, createTokenizer, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { createSymbolTable } from '../../keys/symbol.ts'
import type { Belief } from '../belief.ts'
import { OpenWorld } from '../open-world/open-world.ts'
import { BeyondListed } from './beyond-listed.ts'
import { DearKeys, type DearSearch } from './dear-keys.ts'

const alphabet = createAlphabet(LATIN)
const tokenizer = createTokenizer(`${LATIN} ?`, { space: ' ', other: '?' })
const language = {
  alphabet,
  tokenizer,
  frequencies: new Float64Array(tokenizer.vocabulary).fill(1 / 26),
  bits: () => 2,
}

/** Keys, still sought unless told otherwise, that foretell each letter with the probability that `likely` gives for its number. */
const keysBy = (name: string, likely: (letter: number) => number, isSeeking = true): Belief => {
  let letters = 0
  return {
    read: () => likely(letters++),
    key: { cipher: name, key: {} },
    probability: 1,
    doubt: 0,
    isOpening: false,
    isSeeking,
    isCertain: false,
    reading: ({ unit }) => unit,
    probabilityOf: () => 1,
    readOn: (text) => text,
    possibleKeys: () => [{ cipher: name, key: {}, probability: 1, read: (text) => text }],
    forget: () => {},
    save: () => {},
    free: () => {},
  }
}
const searchBy = (name: string, likely: (letter: number) => number): DearSearch => ({
  name,
  symbols: createSymbolTable(LATIN),
  alphabet,
  language,
  createKeys: () => keysBy(name, likely),
})

const readLetters = (belief: Belief, count: number): void => {
  for (let i = 0; i < count; i++) belief.read({ unit: 0x61 + ((i * i + i) % 23), index: i % 26, position: i })
}

test('a search whose keys read the first forty letters far worse than chance has hope yet', () => {
  const search = new DearKeys(searchBy('slow', (letter) => (letter < 40 ? 0.02 : 0.3)))
  readLetters(search, 40)
  expect(search.unbounded).toBeGreaterThan(1e9)
  expect(search.isHopeless).toBe(false)
  readLetters(search, 60)
  expect(search.odds).toBeLessThan(0.01)
})

test('one that goes on so has none', () => {
  const search = new DearKeys(searchBy('none', () => 0.02))
  readLetters(search, 200)
  expect(search.isHopeless).toBe(true)
})

test('nor is it let go beside another whose key is told, but is far from certain', () => {
  const belief = new BeyondListed({
    createListed: () => new OpenWorld(language, () => keysBy('listed', () => 0.02, false)),
    searches: [
      searchBy('weak', (letter) => (letter < 16 ? 0.06 : 0.03)),
      searchBy('slow', (letter) => (letter < 40 ? 0.02 : 0.3)),
    ],
    alphabet,
    trial: 256,
  })
  readLetters(belief, 18)
  expect(belief.key.cipher).toBe('weak')
  readLetters(belief, 120)
  expect(belief.key.cipher).toBe('slow')
})
