import { expect, test } from 'vitest'
import { leavesScriptOpen } from './leaves-script-open.ts'

test('ciphers whose keys are listed over any letters leave the script open, and others that are sought so', () => {
  for (const cipher of ['auto', 'caesar', 'atbash', 'affine']) expect(leavesScriptOpen({ cipher })).toBe(true)
  for (const cipher of ['rot47', 'enigma', 'vigenere']) expect(leavesScriptOpen({ cipher })).toBe(false)
  expect(leavesScriptOpen({ cipher: 'vigenere' }, ['vigenere'])).toBe(true)
})

test('what says in which letters a text is leaves nothing open', () => {
  for (const name of ['key', 'known', 'crib', 'wheels', 'alphabet', 'language']) {
    expect(leavesScriptOpen({ cipher: 'auto', [name]: 'en' })).toBe(false)
  }
})
