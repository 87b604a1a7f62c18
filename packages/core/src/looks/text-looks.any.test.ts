import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAffine } from '../ciphers/affine.ts'
import { binaryLogarithm } from './binary-logarithm.ts'
import { looksInWords } from './looks-in-words.ts'
import { countText, createTextCounts } from './text-counts.ts'
import { describeText, type TextLooks } from './text-looks.ts'

const looksOf = (...pieces: string[]): TextLooks => {
  const counts = createTextCounts()
  for (const piece of pieces) countText(counts, piece)
  return describeText(counts)
}

// From A Tale of Two Cities, which no constant was chosen on.
const english =
  'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, ' +
  'it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness'
const letters = english.toLowerCase().replace(/[^a-z]/g, '')
/** Letters of a key taken in turn, as Vigenère has them. */
const turning = Array.from(letters, (letter, i) =>
  String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 'lemonsquare'.charCodeAt(i % 11) - 97) % 26)),
).join('')

describe('what a text is likely to be', () => {
  test.each<[string, NonNullable<TextLooks['likely']>]>([
    ['... --- ... / .-.. .. -.', 'morse'],
    ['01001000 01101001', 'binary'],
    ['8 5 12 12 15 23 15 18 12 4', 'letter-numbers'],
    ['72, 101, 108, 108, 111', 'byte-numbers'],
    ['2026 1851 1066 476', 'numbers'],
    ['48656c6c6f20576f', 'hex'],
    ['48 65 6C 6C 6F 20', 'hex'],
    ['JBSWY3DPEB3W64TM', 'base32'],
    ['MFRGG43FMZTQ====', 'base32'],
    ['SGVsbG8sIHdvcmxkIQ==', 'base64'],
    ['aabba abbab babaa', 'two-letters'],
    ['GATTACAGATTACACCGT', 'nucleotides'],
    ['ADFGVXAD XXGGFFAV', 'adfgvx'],
    [english, 'as-it-stands'],
    [[...letters].reverse().join(''), 'as-it-stands'],
    [createAffine().encrypt(english, { a: 5, b: 8 }), 'one-alphabet'],
    [turning, 'many-alphabets'],
  ])('%s: %s', (text, likely) => {
    expect(looksOf(text).likely).toBe(likely)
  })

  test.each([
    '',
    'Hi',
    'xqzzy',
    'Bach BWV 565',
    '42',
    'deadline',
    'GdWd 123 foo barX',
    'LXFOPVEFRNHR',
    'Жук',
  ])('%j: nobody knows', (text) => {
    expect(looksOf(text).likely).toBe(undefined)
  })
})

test('figures of a text', () => {
  expect(looksOf('AABB ABCD, éa')).toEqual({
    characters: 11,
    letters: 9,
    alphabet: ',ABCDa',
    // 4 a, 3 b, 1 c, 1 d: (4·3 + 3·2) / (9·8)
    coincidence: 0.25,
    entropy: 1.75,
  })
})

test.each([
  ['aaa bbb cc', 3],
  ['aaa bbb ccc\n', 3],
  ['a b c', 1],
  ['aaaaa\nbbbbb\tccccc', 5],
  ['aaa bbb', undefined],
  ['aaa bbb cccc', undefined],
  ['aaa bb ccc', undefined],
  ['aaa bb ccc ddd', undefined],
])('%j has groups of %s', (text, groups) => {
  expect(looksOf(text).groups).toBe(groups)
})

test('counts are the same however a text is cut', () => {
  const pieces = fc.array(fc.string({ unit: fc.constantFrom(...'ab1 23\n,é😀-') }), { maxLength: 8 })
  fc.assert(
    fc.property(pieces, (cut) => {
      expect(looksOf(...cut)).toEqual(looksOf(cut.join('')))
    }),
  )
})

test('the binary logarithm is that of the platform, to 6 digits', () => {
  for (const value of [1, 0.5, 0.75, 1 / 3, 0.038, 1e-9]) {
    expect(binaryLogarithm(value)).toBeCloseTo(Math.log2(value), 6)
  }
})

test.each<[string, string]>([
  ['', 'there is no text'],
  ['... --- ...', 'no letters, 2 different signs, in groups of 3; it looks like Morse code'],
  [
    'LXFOP VEFRN HR',
    'letters only, 10 of the 26, in groups of 5, index of coincidence 0.030 (English 0.065, random 0.038), entropy 3.25 bits a letter; 12 letters are too few to tell more',
  ],
  ['42', 'no letters, 2 different signs'],
])('%j in words', (text, words) => {
  expect(looksInWords(looksOf(text))).toBe(words)
})

test('letters of one kind alone have no bits', () => {
  expect(looksOf('aaaa')).toMatchObject({ coincidence: 1, entropy: 0 })
  expect(looksOf('a')).not.toHaveProperty('coincidence')
})
