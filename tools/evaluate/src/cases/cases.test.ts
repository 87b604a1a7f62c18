import { createCaesar, createRot47 } from '@runnel/core'
import { createDecipherer } from '@runnel/decipher'
import { createBigramModel } from '@runnel/decipher/testing'
import { expect, test } from 'vitest'
import type { Case } from './case.ts'
import { encipherFlags, parseCases } from './read-cases.ts'
import { listWrong, runCases } from './run-cases.ts'
import { smallInputs } from './small-inputs.ts'
import { casesTable } from './table.ts'

const decipherer = createDecipherer({ model: createBigramModel(), cipher: 'caesar' })
const plaintext = 'The river comes down from the hills in spring, and carries the snow with it.'
const given = (more: Partial<Case>): Case => ({
  id: 'a',
  family: 'caesar',
  ciphertext: createCaesar().encrypt(plaintext, { shift: 7 }),
  plaintext,
  claimed: true,
  language: 'en',
  ...more,
})

test('cases are read line by line', () => {
  const line = JSON.stringify({ ...given({}), source: 'a newspaper', claimed: undefined })
  expect(parseCases(`${line}\n\n`)).toEqual([given({ claimed: false })])
  expect(() => parseCases('{"id":"b","ciphertext":"x"}')).toThrow('no case')
})

test('flags are put under shifts that differ', () => {
  const flags = encipherFlags('flag{one}\nflag{one}\nflag{one}\n', 1)
  expect(flags.map((flag) => flag.plaintext)).toEqual(Array(3).fill('flag{one}'))
  expect(new Set(flags.map(({ ciphertext }) => ciphertext)).size).toBeGreaterThan(1)
  for (const { ciphertext } of flags) {
    const shifts = Array.from({ length: 25 }, (_, i) => createCaesar().decrypt(ciphertext, { shift: i + 1 }))
    expect(shifts).toContain('flag{one}')
  }
})

test('outcomes by family and by claim, and a list of what is wrong', () => {
  const run = runCases(decipherer, [
    given({}),
    given({ id: 'b', language: 'de', claimed: false, plaintext: 'Der Fluss' }),
    given({ id: 'c', family: 'vigenere', language: 'it', claimed: false, plaintext: 'Something else' }),
  ])
  expect(casesTable('', '', run).rows).toEqual([
    ['caesar', '2', '1', '0', '0', '1', '1', '1', '0'],
    ['vigenere', '1', '1', '0', '0', '0', '0', '1', '0'],
    ['**claimed, English**', '1', '0', '0', '0', '1', '1', '0', '0'],
    ['**claimed families, other languages**', '1', '1', '0', '0', '0', '0', '1', '0'],
    ['**not claimed**', '1', '1', '0', '0', '0', '0', '1', '0'],
    ['**all**', '3', '2', '0', '0', '1', '1', '2', '0'],
  ])
  const listed = listWrong(run)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(listed.map(({ id, got }) => [id, got])).toEqual([
    ['b', plaintext],
    ['c', plaintext],
  ])
})

test.each([
  ['most of the text, in another case', plaintext.slice(0, 70).toLowerCase(), '0'],
  ['less', plaintext.slice(0, 40), '1'],
  ['more', `${plaintext} And`, '1'],
])('wrong in letters, where the plaintext that is given is %s', (_, part, wrong) => {
  expect(casesTable('', '', runCases(decipherer, [given({ plaintext: part })])).rows[0][7]).toBe(wrong)
})

test('small inputs: one key reads each, but for hints in plain text and headings', () => {
  const caesar = createCaesar()
  for (const { id, family, ciphertext, plaintext: right } of smallInputs) {
    expect(ciphertext.length, id).toBe(right.length)
    if (family === 'a hint in plain text' || ciphertext.startsWith('MSG') || family === 'one word') continue
    const readings = [
      createRot47().decrypt(ciphertext, {}),
      ...Array.from({ length: 26 }, (_, shift) => caesar.decrypt(ciphertext, { shift })),
    ]
    expect(readings, id).toContain(right)
  }
})
