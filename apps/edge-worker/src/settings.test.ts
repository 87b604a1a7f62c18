import { expect, test } from 'vitest'
import { createSettingsReader, readSettings, SettingsError } from './settings.ts'

test('letters that keys are sought for: as a number or a text, 256 unless given, none or enough to wake a search', () => {
  const read = (letters?: string | number) =>
    readSettings(letters === undefined ? {} : { SEEK_LETTERS: letters }).SEEK_LETTERS
  expect([read(), read(0), read('0'), read('40'), read(4096)]).toEqual([256, 0, 0, 40, 4096])
  for (const wrong of [7, -1, 8.5, 4097, 'off']) expect(() => read(wrong)).toThrow(SettingsError)
  expect(() => read('off')).toThrow('variable SEEK_LETTERS: a whole number of letters, 8 to 4096, or 0')
})

test('letters within which a substitution is sought: 160 unless given, none or as many as it waits for', () => {
  const read = (letters?: string | number) =>
    readSettings(letters === undefined ? {} : { SEEK_SUBSTITUTION: letters }).SEEK_SUBSTITUTION
  expect([read(), read(0), read('40'), read(4096)]).toEqual([160, 0, 40, 4096])
  for (const wrong of [39, 4097, 'on']) expect(() => read(wrong)).toThrow(SettingsError)
})

test('the settings of a deployment are read once', () => {
  let reads = 0
  const bindings = {
    get SEEK_LETTERS() {
      reads++
      return 40
    },
  }
  const settingsOf = createSettingsReader()
  const settings = settingsOf(bindings)
  const before = reads
  expect(settings.SEEK_LETTERS).toBe(40)
  expect(settingsOf(bindings)).toBe(settings)
  expect(reads).toBe(before)
  expect(settingsOf({ SEEK_LETTERS: 8 }).SEEK_LETTERS).toBe(8)
})
