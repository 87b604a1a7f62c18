import { createRandom } from '@runnel/core'
import { KINDS } from '@runnel/decipher/identify'
import { describe, expect, test } from 'vitest'
import { makeText } from './make-text.ts'
import { createPassages, lettersOf } from './passages.ts'
import { bifid, columnar, playfair, railFence } from './squares.ts'

const text = 'It was the best of times, it was the worst of times, it was the age of wisdom. '.repeat(40)

test('a passage has the letters that were asked for, and begins with a word', () => {
  const passages = createPassages(text, createRandom(1))
  for (let i = 0; i < 20; i++) {
    const passage = passages.take(30)
    expect(lettersOf(passage).length).toBe(30)
    expect(text).toContain(` ${passage}`)
  }
})

test('the same seed makes the same texts, of every kind', () => {
  const make = () => {
    const passages = createPassages(text, createRandom(7))
    return KINDS.map((kind) => makeText(kind, passages, 40))
  }
  expect(make()).toEqual(make())
  expect(new Set(make()).size).toBe(KINDS.length)
})

describe('ciphers, by published examples', () => {
  test('Playfair (C. Wheatstone, as in Wikipedia)', () => {
    const square = 'PLAYFIREXMBCDGHKNOQSTUVWZ'
    expect(playfair('hide the gold in the tree stump', square)).toBe('BMODZBXDNABEKUDMUIXMMOUVIF')
  })

  test('Bifid (F. Delastelle, as in Wikipedia)', () => {
    expect(bifid('fleeatonce', 'BGWKZQPNDSIOAXEFCLUMTHYVR', 10)).toBe('UAEOLWRINS')
  })

  test('rail fence and columns', () => {
    expect(railFence('WEAREDISCOVEREDFLEEATONCE', 3)).toBe('WECRLTEERDSOEEFEAOCAIVDEN')
    // Columns under ZEBRAS, as in Wikipedia, without nulls at the end.
    expect(columnar('WEAREDISCOVEREDFLEEATONCE', [4, 2, 1, 3, 5, 0])).toBe('EVLNACDTESEAROFODEECWIREE')
  })
})
