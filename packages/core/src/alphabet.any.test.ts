import { expect, test } from 'vitest'
import { createAlphabet, LATIN } from './alphabet.ts'

const unit = (letter: string) => letter.charCodeAt(0)

test('Latin: both cases have the same index, nothing else has one', () => {
  const alphabet = createAlphabet(LATIN)
  expect(alphabet.size).toBe(26)
  const letters = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => alphabet.indexOf(code) !== -1,
  )
  expect(String.fromCharCode(...letters)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  expect(alphabet.indexOf(unit('d'))).toBe(3)
  expect(alphabet.indexOf(unit('D'))).toBe(3)
})

test('letterAt keeps the case of the letter it stands for', () => {
  const alphabet = createAlphabet(LATIN)
  expect(String.fromCharCode(alphabet.letterAt(3, unit('a')))).toBe('d')
  expect(String.fromCharCode(alphabet.letterAt(3, unit('A')))).toBe('D')
})

test.each([
  ['абвгдеёжз', 'Ё', 6],
  ['αβγδ', 'Δ', 3],
])('other scripts: %s', (letters, letter, index) => {
  expect(createAlphabet(letters).indexOf(unit(letter))).toBe(index)
})

test('an alphabet that lists both cases tells them apart', () => {
  const alphabet = createAlphabet('aAbB')
  expect(['a', 'A', 'b', 'B'].map((letter) => alphabet.indexOf(unit(letter)))).toEqual([0, 1, 2, 3])
  expect(String.fromCharCode(alphabet.letterAt(2, unit('A')))).toBe('b')
})

test.each([
  ['', 'at least one letter'],
  ['abca', 'each letter once'],
  ['ab😀', 'letters of one UTF-16 unit each'],
  ['😀', 'letters of one UTF-16 unit each'],
])('%j is refused', (letters, expected) => {
  expect(() => createAlphabet(letters)).toThrow(`alphabet: expected ${expected}`)
})

test('a letter without upper case has one form', () => {
  const alphabet = createAlphabet('aß')
  expect(alphabet.indexOf(unit('ß'))).toBe(1)
  expect(alphabet.indexOf(unit('S'))).toBe(-1)
  expect(String.fromCharCode(alphabet.letterAt(1, unit('a')), alphabet.letterAt(1, unit('A')))).toBe('ßß')
})

test('an upper-case alphabet knows upper case alone', () => {
  const alphabet = createAlphabet('ABC')
  expect([...'AaCc'].map((letter) => alphabet.indexOf(unit(letter)))).toEqual([0, -1, 2, -1])
})
