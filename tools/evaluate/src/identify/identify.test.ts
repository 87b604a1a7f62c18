import { mobyDick } from '@runnel/corpus'
import { loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'
import { expect, test } from 'vitest'
import { calibrationError, calibrationOf, measureKinds, shareAmong, type Told } from './measure-kinds.ts'

const told = (kind: Told['kind'], ranked: Told['ranked'], probability: number): Told => ({
  kind,
  ranked,
  probability,
})

test('shares and calibration, by hand', () => {
  const all = [
    told('hex', ['hex'], 1),
    told('hex', ['xor', 'hex'], 0.6),
    told('xor', ['hex', 'base64', 'base32', 'xor'], 0.8),
    told('xor', [], 0),
  ]
  expect([shareAmong(all, 1), shareAmong(all, 3)]).toEqual([0.25, 0.5])
  expect(calibrationOf(all).map(({ count, right }) => [count, right])).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
    [0, Number.NaN],
    [1, 1],
  ])
  expect(calibrationError(calibrationOf(all))).toBeCloseTo((0 + 0.6 + 0.8 + 0) / 4, 9)
})

test('the floor of what ships, on the end of the text that it was validated on', async () => {
  const text = mobyDick.read().slice(-200_000)
  const identifier = await loadIdentifier(identify)
  const share = (letters: number) =>
    shareAmong(measureKinds(identifier, { text, letters, count: 4, seed: 1 }), 1)
  expect(share(50)).toBeGreaterThan(0.85)
  expect(share(200)).toBeGreaterThan(0.97)
})
