import type { KeyEvent } from '@runnel/decipher'
import { expect, test } from 'vitest'
import { KeyChanges } from './key-changes.ts'

const key = (start: number, shift: number, probability = 1): KeyEvent => ({
  type: 'key',
  start,
  cipher: 'caesar',
  key: { shift },
  probability,
})

test('keys that were tried are no changes, and neither is a key that is told again', () => {
  const changes = new KeyChanges(0.999)
  changes.note([key(0, 3, 0.2), key(1, 7, 0.5), key(2, 7), key(9, 5, 0.5), key(12, 7)])
  expect(changes.inWords()).toEqual([])
})

test('of many changes the first are told, and the number of the others', () => {
  const changes = new KeyChanges(0.9)
  for (let i = 0; i < 9; i++) changes.note([key(1000 * i, i)])
  expect(changes.inWords().length).toBe(6)
  expect(changes.inWords()[0]).toBe(
    'the key changed on the way: from caesar · shift 0 to caesar · shift 1, found at character 1,001',
  )
  expect(changes.inWords().at(-1)).toBe('and the key changed 3 more times')
})

test('a key that is found after all is no change, one that is lost is', () => {
  const unknown: KeyEvent = { ...key(9, 0), cipher: 'unknown', key: {} }
  const changes = new KeyChanges(0.9)
  changes.note([unknown, key(20, 3), { ...unknown, start: 41 }])
  expect(changes.inWords()).toEqual([
    'the key changed on the way: from caesar · shift 3 to unknown, found at character 42',
  ])
})

test('an alphabet that is completed, or put right in a letter, is no change, another one is', () => {
  const alphabet = (start: number, letters: string): KeyEvent => ({
    ...key(start, 0),
    cipher: 'substitution',
    key: { alphabet: letters },
  })
  const changes = new KeyChanges(0.9)
  changes.note([
    alphabet(40, 'zebras.df..ijklm.opqtuv.x.'),
    alphabet(90, 'zebrascdf..ijklm.opqtuv.x.'),
    alphabet(95, 'zebrascdf..ijklm.oqptuv.x.'),
    alphabet(300, 'lkjhgfdsaqwertyuiopmnbvcxz'),
  ])
  expect(changes.inWords().length).toBe(1)
  expect(changes.inWords()[0]).toMatch(/to substitution · alphabet lkjh.*, found at character 301$/)
})
