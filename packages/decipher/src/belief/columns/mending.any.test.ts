import { createVigenere, createXor, textAsBytes, xorKeyOf } from '@runnel/core/ciphers'
import { describe, expect, test } from 'vitest'
import { finish } from '../../in-steps.ts'
import { createPeriodicFamily, type PeriodicCipher } from '../../keys/periodic-family.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { SoughtText } from '../locked/sought-text.ts'
import { createColumnPlan } from './column-plan.ts'
import { sharedCosts } from './costs.ts'
import { createLanes, extendLanes } from './lane.ts'
import { bestPairs, nearKeys } from './near-keys.ts'
import type { Problem } from './problem.ts'
import { anyByte, anyLetter } from './unfound.ts'
import { valuesAt } from './values-at.ts'

const plaintext = 'the boat came down the river and the men on the water saw it'
const counts = await createSampleCounts(`${plaintext} `.repeat(3))
const costs = sharedCosts(counts)

/** A ciphertext as columns have it, in the lane of a period. */
const columnsOf = (keys: PeriodicCipher, ciphertext: string, period: number) => {
  const family = createPeriodicFamily(keys)
  const [work, decrypt] = [{ steps: 0 }, () => '']
  const { alphabet } = createColumnPlan({
    family,
    counts,
    costs,
    work,
    idOf: foldedIds(counts.tokenizer),
    decrypt,
  })
  const [text, lanes] = [
    new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf }),
    createLanes(alphabet),
  ]
  for (const unit of ciphertext) if (text.push(unit.charCodeAt(0))) extendLanes(lanes, text, alphabet)
  const problem: Problem = {
    text,
    costs: costs(true),
    spaced: undefined,
    space: alphabet.space,
    values: family.values.length,
    every: Uint8Array.from(family.values, (_, value) => value),
    work,
    known: new Uint8Array(text.symbols),
  }
  return { problem, lane: lanes[period - 1] }
}

const vigenere = { cipher: createVigenere(), values: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }
const xor = {
  cipher: createXor(),
  values: createXor().alphabet.letters,
  spell: (key: ArrayLike<number>) => xorKeyOf(key).key,
}

describe('pairs', () => {
  test.each([
    ['two places that follow one another', [0, 9, 9, 3, 4]],
    ['the last and the first', [9, 1, 2, 3, 9]],
  ])('%s are mended together', (_, wrong) => {
    const { problem, lane } = columnsOf(vigenere, createVigenere().encrypt(plaintext, { key: 'ABCDE' }), 5)
    const keys = finish(bestPairs(problem, lane, Uint8Array.from(wrong))).map((key) => [...key])
    expect(keys).toContainEqual([0, 1, 2, 3, 4])
  })

  test('of bytes too', () => {
    const { problem, lane } = columnsOf(xor, createXor().encrypt(plaintext, { key: '0x00ff8045' }), 4)
    const keys = finish(bestPairs(problem, lane, Uint8Array.of(0, 0xff, 0x81, 0x44))).map((key) => [...key])
    expect(keys).toContainEqual([0, 0xff, 0x80, 0x45])
  })
})

describe('single values', () => {
  test.each([0, 2, 4])('place %i is mended, and hopeless values are not tried', (place) => {
    const { problem, lane } = columnsOf(vigenere, createVigenere().encrypt(plaintext, { key: 'ABCDE' }), 5)
    const right = Uint8Array.of(0, 1, 2, 3, 4)
    const keys = finish(nearKeys(problem, lane, right.with(place, 20))).map((key) => [...key])
    expect(keys).toContainEqual([...right])
    expect(keys.length).toBeLessThan(5 * 25)
    expect(finish(nearKeys(problem, lane, right)).map((key) => [...key])).not.toContainEqual([...right])
  })

  test('a key of one place', () => {
    const { problem, lane } = columnsOf(vigenere, createVigenere().encrypt(plaintext, { key: 'D' }), 1)
    expect(finish(nearKeys(problem, lane, Uint8Array.of(4))).map((key) => [...key])).toContainEqual([3])
  })
})

describe('values that are tried', () => {
  test('all letters', () => {
    const { problem, lane } = columnsOf(vigenere, 'lxfopv', 3)
    expect(valuesAt(problem, lane, 0).length).toBe(26)
  })

  test('of bytes those that read text, the right one among them', () => {
    const { problem, lane } = columnsOf(xor, createXor().encrypt(plaintext, { key: '0xf1' }), 1)
    const tried = [...valuesAt(problem, lane, 0)]
    expect(tried).toContain(0xf1)
    expect(tried.length).toBeLessThan(16)
  })
})

describe('text without a key', () => {
  test('letters cost alike, and other symbols less', () => {
    const unfound = anyLetter(26)
    const costOf = (letter: number): number => {
      const before = unfound.cost
      unfound.read(letter)
      return unfound.cost - before
    }
    expect([costOf(3), costOf(25), costOf(-1)]).toEqual([56, 56, 30])
  })

  test('bytes cost alike, and less where few of them come again', () => {
    const costOf = (text: string): number => {
      const unfound = anyByte()
      for (const byte of textAsBytes(text)) unfound.read(byte)
      return unfound.cost
    }
    const different = String.fromCharCode(...Array.from({ length: 60 }, (_, i) => i * 4))
    expect(costOf(different)).toBe(12 + 60 * 96)
    expect(costOf('abca'.repeat(15))).toBeLessThan(60 * 60)
  })
})
