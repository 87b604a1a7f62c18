import { createRandom } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createPeriodicFamily } from '../../keys/periodic-family.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { createColumnPlan } from './column-plan.ts'
import { Columns } from './columns.ts'
import { sharedCosts } from './costs.ts'

const plaintext =
  'theriverandthemenonthewatersawtheboatcomedowntothevillagewheretheotherswaitedforitallthemorning'
const counts = await createSampleCounts(`${plaintext} `.repeat(3))
const vigenere = createVigenere()
const plan = createColumnPlan({
  family: createPeriodicFamily({ cipher: vigenere, values: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }),
  counts,
  costs: sharedCosts(counts),
  work: { steps: 0 },
  idOf: foldedIds(counts.tokenizer),
  decrypt: (text, key) => vigenere.decrypt(text, key),
})

/** Probabilities of the letters of a text, once it has been read so far, letter by letter, as it is told. */
const surenessOf = (text: string, lengths: readonly number[]): number[][] => {
  const columns = new Columns(plan)
  const symbols = Array.from(text, (letter, position) => ({
    unit: letter.charCodeAt(0),
    index: -1,
    position,
  }))
  return symbols.flatMap((symbol, at) => {
    columns.read(symbol)
    if (!lengths.includes(at + 1)) return []
    return [symbols.slice(0, at + 1).map((one) => columns.probabilityOf(columns.reading(one), one))]
  })
}

test('no letter is next to certain before keys have been sought with four letters a place', () => {
  const ciphertext = vigenere.encrypt(plaintext, { key: 'QZVXKJWBPHGYFUMCLDRO' })
  const [before, after] = surenessOf(ciphertext, [84, 85])
  expect(Math.max(...before)).toBeLessThan(0.999)
  expect(Math.min(...after)).toBeGreaterThan(0.999)
})

test('keys that agree on nothing are not held to read three letters in ten', () => {
  const random = createRandom(18)
  const letters = Array.from({ length: 30 }, () => String.fromCharCode(97 + random.integer(26)))
  const [sureness] = surenessOf(letters.join(''), [30])
  const mean = sureness.reduce((sum, one) => sum + one, 0) / sureness.length
  expect(mean).toBeLessThan(0.2)
})
