import type { Random } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'
import type { Kind } from '@runnel/decipher/identify'
import { anyLayout, inGroups, together } from './layouts.ts'
import { lettersOf, oneOf, type Passages, shuffled } from './passages.ts'
import { adfgvx, bifid, columnar, createSquare, hill, playfair, railFence } from './squares.ts'

/** Longest key that repeats, and longest beginning of an autokey. */
const LONGEST = { period: 10, primer: 8 } as const

/** Texts of letters, by kind: each from a number of letters of plain text. */
export const letterTexts: Partial<Record<Kind, (passages: Passages, letters: number) => string>> = {
  plain: ({ random, take }, letters) => anyLayout(random, take(letters)),
  caesar: ({ random, take }, letters) =>
    enciphered('caesar', String(1 + random.integer(25)), anyLayout(random, take(letters))),
  affine({ random, take }, letters) {
    const text = anyLayout(random, take(letters))
    if (random.next() < 0.3) return enciphered('atbash', 'none', text)
    const factor = oneOf(random, [3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25])
    return enciphered('affine', `${factor},${random.integer(26)}`, text)
  },
  rot47: ({ random, take }, letters) => enciphered('rot47', 'none', anyLayout(random, take(letters))),
  substitution({ random, take }, letters) {
    const alphabet = shuffled(random, [...'abcdefghijklmnopqrstuvwxyz']).join('')
    return enciphered('substitution', alphabet, anyLayout(random, take(letters)))
  },
  periodic(passages, letters) {
    const { random } = passages
    const cipher = oneOf(random, [
      'vigenere',
      'vigenere',
      'beaufort',
      'variant-beaufort',
      'porta',
      'gronsfeld',
    ])
    const length = 2 + random.integer(LONGEST.period - 1)
    const key = cipher === 'gronsfeld' ? digits(random, length) : keyOf(passages, length)
    return enciphered(cipher, key, anyLayout(random, passages.take(letters)))
  },
  autokey(passages, letters) {
    const { random } = passages
    const cipher = oneOf(random, ['autokey', 'autokey', 'ciphertext-autokey'])
    const key = keyOf(passages, 1 + random.integer(LONGEST.primer))
    return enciphered(cipher, key, anyLayout(random, passages.take(letters)))
  },
  transposition({ random, take }, letters) {
    const text = lettersOf(take(letters))
    const moved =
      random.next() < 0.35
        ? railFence(text, 2 + random.integer(7))
        : columnar(text, shuffled(random, [...Array(3 + random.integer(8)).keys()]))
    return together(random, moved)
  },
  playfair: ({ random, take, word }, letters) =>
    withGroups(random, playfair(take(letters), createSquare(random, word()))),
  hill: ({ random, take }, letters) => withGroups(random, hill(take(letters), random)),
  bifid: ({ random, take, word }, letters) =>
    withGroups(random, bifid(take(letters), createSquare(random, word()), 5 + random.integer(8))),
  adfgvx: ({ random, take }, letters) =>
    withGroups(random, adfgvx(take(letters), random, 4 + random.integer(6))),
  random({ random, take }, letters) {
    // Letters as likely, laid out as text may be.
    const shape = anyLayout(random, take(letters))
    return shape
      .replace(/[a-z]/g, () => letterFrom(random, 97))
      .replace(/[A-Z]/g, () => letterFrom(random, 65))
  },
}

const enciphered = (name: string, key: string, text: string): string => {
  const cipher = findCipher(name)
  return cipher.encrypt(text, cipher.parseKey(key))
}

const letterFrom = (random: Random, first: number): string => String.fromCharCode(first + random.integer(26))

const digits = (random: Random, length: number): string =>
  `${1 + random.integer(9)}${Array.from({ length: length - 1 }, () => random.integer(10)).join('')}`

/** A key of random letters, or a word of about that length. */
const keyOf = ({ random, word }: Passages, length: number): string => {
  const key = Array.from({ length }, () => letterFrom(random, 65)).join('')
  return random.next() < 0.5 || /^(.)\1*$/.test(key) ? word().toUpperCase() : key
}

/** Letters as `together` writes them, or two by two. */
const withGroups = (random: Random, text: string): string =>
  random.next() < 0.15 ? inGroups(text, 2) : together(random, text)
