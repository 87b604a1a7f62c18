import { expect, test } from 'vitest'
import { beliefRows, isSought } from './belief-rows.ts'

test('a cipher that leads though its keys cannot be listed has a row of its own, before that of no key', () => {
  const substitution = { cipher: 'substitution', key: { alphabet: 'zebrascdfghijklmnopqtuvwxy' } }
  expect(beliefRows('auto').rowOf(substitution)).toBe(-1)
  const { rows, none, rowOf } = beliefRows('auto', ['substitution'])
  expect(rows.at(-2)).toEqual({ label: 'Substitution', isKey: false })
  expect([rowOf(substitution), none]).toEqual([rows.length - 2, rows.length - 1])
  expect(['substitution', 'caesar', 'unknown'].map(isSought)).toEqual([true, false, false])
})
