import { expect, test } from 'vitest'
import { keyFamilyOf } from '../../keys/index.ts'
import { createBigramModel } from '../../testing/index.ts'
import { createReadings } from './readings.ts'

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

test('a token says the less of a character the more characters it stands for', () => {
  // ROT47 reads q as B, of 2 letters as q is; b as 3, of 10 digits; and 3 as b. 32 of ASCII are neither, nor ' nor space.
  expect(share('rot47', 'q')).toBe(1)
  expect(share('rot47', 'b')).toBe(2 / 10)
  expect(share('rot47', '3')).toBe(10 / 2)
  const others = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
    (unit) => model.tokenizer.idOf(unit.charCodeAt(0)) === model.tokenizer.idOf('%'.charCodeAt(0)),
  )
  expect(share('rot47', 'l')).toBe(2 / others.length)
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
