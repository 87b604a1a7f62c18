import { createAlphabet, createTokenizer, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { createSymbolTable } from '../../keys/symbol.ts'
import type { Belief } from '../belief.ts'
import { DearKeys } from './dear-keys.ts'

const alphabet = createAlphabet(LATIN)
const tokenizer = createTokenizer(`${LATIN} ?`, { space: ' ', other: '?' })
const language = {
  alphabet,
  tokenizer,
  frequencies: new Float64Array(tokenizer.vocabulary).fill(1 / 26),
  bits: () => 2,
}

/** A search that is under way, and foretells each letter with the probability that `likely` gives for its number. */
const searchBy = (likely: (letter: number) => number): DearKeys => {
  let letters = 0
  const keys: Belief = {
    read: () => likely(letters++),
    key: { cipher: 'substitution', key: {} },
    probability: 1,
    doubt: 0,
    isOpening: true,
    isSeeking: true,
    isCertain: false,
    reading: ({ unit }) => unit,
    probabilityOf: () => 1,
    readOn: (text) => text,
    possibleKeys: () => [],
    forget: () => {},
    save: () => {},
    free: () => {},
  }
  return new DearKeys({
    name: 'a search',
    symbols: createSymbolTable(LATIN),
    alphabet,
    language,
    createKeys: () => keys,
  })
}

const readLetters = (search: DearKeys, count: number): void => {
  for (let i = 0; i < count; i++) search.read({ unit: 0x61 + ((i * i + i) % 23), index: i % 26, position: i })
}

test('a search whose keys read the first forty letters far worse than chance has hope yet', () => {
  const search = searchBy((letter) => (letter < 40 ? 0.02 : 0.3))
  readLetters(search, 40)
  expect(search.unbounded).toBeGreaterThan(1e9)
  expect(search.isHopeless).toBe(false)
  readLetters(search, 60)
  expect(search.odds).toBeLessThan(0.01)
})

test('one that goes on so has none', () => {
  const search = searchBy(() => 0.02)
  readLetters(search, 150)
  expect(search.isHopeless).toBe(true)
})
