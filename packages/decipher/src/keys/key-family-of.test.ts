import { alphabets } from '@runnel/core/alphabets'
import { expect, test } from 'vitest'
import { keyFamilyOf } from './index.ts'

test('keys of a name are listed once for each alphabet, of which the last are kept', () => {
  const greek = keyFamilyOf('auto', alphabets.el.letters)
  expect(keyFamilyOf('auto', alphabets.el.letters)).toBe(greek)
  expect(keyFamilyOf('caesar', alphabets.el.letters)).not.toBe(greek)
  expect(keyFamilyOf('auto')).toBe(keyFamilyOf('auto'))
  for (let turn = 0; turn < 32; turn++) {
    const letters = 'abcdefghijklmnopqrstuvwxyzäöüàéèçâêîôûñåæøœ'
    keyFamilyOf('atbash', letters.slice(turn % 16) + letters.slice(0, turn % 16))
    keyFamilyOf('caesar', letters.slice(turn % 16) + letters.slice(0, turn % 16))
  }
  expect(keyFamilyOf('auto', alphabets.el.letters)).not.toBe(greek)
})
