import { expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

test('letters that keys are sought for: as a number or a text, 256 unless given, none or enough to wake a search', () => {
  const read = (letters?: string | number) =>
    readSettings(letters === undefined ? {} : { SEEK_LETTERS: letters }).SEEK_LETTERS
  expect([read(), read(0), read('0'), read('40'), read(4096)]).toEqual([256, 0, 0, 40, 4096])
  for (const wrong of [7, -1, 8.5, 4097, 'off']) expect(() => read(wrong)).toThrow(SettingsError)
  expect(() => read('off')).toThrow('variable SEEK_LETTERS: a whole number of letters, 8 to 4096, or 0')
})
