import { createTokenizer, LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { keyFamilyOf } from '../../keys/index.ts'
import { createBigramModel } from '../../testing/index.ts'
import { foldedIds } from './folded-ids.ts'
import { createReadings } from './readings.ts'
import { createTokenShares } from './token-shares.ts'

const model = createBigramModel()
const family = keyFamilyOf('auto')
const readings = createReadings(family, model.tokenizer, 'bigrams')
const keyOf = (name: string) =>
  family.tableau.findIndex((_, row) => family.keyOf(Uint16Array.of(row)).cipher === name)
const share = (cipher: string, unit: string) =>
  readings.shareOf(keyOf(cipher), {
    unit: unit.charCodeAt(0),
    index: readings.indexOf(unit.charCodeAt(0)),
  })

test('a token says the less of a character the more characters it stands for, and the rarer it is', () => {
  // ROT47 reads q as B, of 2 letters as q is; b as 3, of 10 digits; and 3 as b.
  expect(share('rot47', 'q')).toBe(1)
  expect(share('rot47', 'b')).toBeCloseTo(2 / 10)
  expect(share('rot47', '3')).toBeCloseTo(10 / 2)
  // . is read as ], , as [ and L as {: a sixth of all signs are full stops, few are brackets.
  expect(share('rot47', '.')).toBeCloseTo(19 / 186)
  expect(share('rot47', ',') / share('rot47', '.')).toBeCloseTo(186 / 160)
  expect(share('rot47', 'L') / share('rot47', '{')).toBeLessThan(0.01)
  expect(share('rot47', '.')).toBeCloseTo(1 / share('rot47', ']'))
})

test('the shares of the characters of a token sum to 1', () => {
  const sums = new Map<number, number>()
  const { idOf } = model.tokenizer
  const of = createTokenShares(idOf, model.tokenizer.vocabulary)
  for (let unit = 0x20; unit < 0x7f; unit++) sums.set(idOf(unit), (sums.get(idOf(unit)) ?? 0) + of(unit))
  for (const sum of sums.values()) expect(sum).toBeCloseTo(1)
  expect(of('ж'.charCodeAt(0))).toBeLessThan(1 / 30)
})

test('an underscore is read as the space that it stands for, and is rarer by far', () => {
  const symbolOf = (unit: string) => ({
    unit: unit.charCodeAt(0),
    index: readings.indexOf(unit.charCodeAt(0)),
  })
  expect(readings.idOf(keyOf('plain'), symbolOf('_'))).toBe(model.tokenizer.idOf(0x20))
  expect(readings.unitOf(keyOf('plain'), symbolOf('_'))).toBe('_'.charCodeAt(0))
  // ROT47 reads 0 as _, and _ as 0.
  expect(share('rot47', '0')).toBeCloseTo(0.003 * 10, 2)
  expect(1 / share('rot47', '_')).toBeCloseTo(0.003 * 10, 2)
  // A net that knows underscores, or no spaces, reads them as they are.
  const [listing, spaceless] = [
    createTokenizer(`${LATIN} _?`, { space: ' ', other: '?' }),
    createTokenizer('abc?', { other: '?' }),
  ]
  for (const tokenizer of [listing, spaceless]) expect(foldedIds(tokenizer)(0x5f)).toBe(tokenizer.idOf(0x5f))
})

test.each(['plain', 'caesar', 'atbash', 'affine'])('%s takes letters for letters', (cipher) => {
  for (const unit of 'azAZ09!~é') expect(share(cipher, unit)).toBe(1)
})

test('letters with diacritics are folded for the net, and kept in the text', () => {
  const row = keyOf('plain')
  const symbolOf = (unit: string) => ({
    unit: unit.charCodeAt(0),
    index: readings.indexOf(unit.charCodeAt(0)),
  })
  const idOf = (unit: string) => readings.idOf(row, symbolOf(unit))
  for (const [letter, base] of ['ée', 'Éé', 'ïi', 'şs', 'ßs']) expect(idOf(letter)).toBe(idOf(base))
  expect([...'ж中€×'].map(idOf)).toEqual(Array(4).fill(idOf('%')))
  expect(idOf('\u0301')).toBe(0)
  expect(readings.textOf(row, 'naïve')).toBe('naïve')
  expect(readings.unitOf(row, symbolOf('é'))).toBe('é'.charCodeAt(0))
})
