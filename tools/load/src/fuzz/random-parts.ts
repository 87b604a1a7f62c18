import type { Random } from '@runnel/core'

/** One of some values. */
export const pick = <T>(random: Random, values: readonly T[]): T => values[random.integer(values.length)] as T

/** Draws true once in `times`. */
export const once = (random: Random, times: number): boolean => random.integer(times) === 0

/** Bytes of any value. */
export const randomBytes = (random: Random, most: number): Buffer =>
  Buffer.from(Array.from({ length: random.integer(most + 1) }, () => random.integer(256)))

/** Characters that somewhere mean something, and some that mean nothing. */
const CHARACTERS = 'aZ09%&=?#/\\;:,.+-_~@!$()[]{}"\'<>|`^* \u00e9\u0430\u{1f600}'

/** Text made to be misread: separators, escapes, other scripts. */
export const randomText = (random: Random, most: number): string => {
  const characters = Array.from(CHARACTERS)
  return Array.from({ length: random.integer(most + 1) }, () => pick(random, characters)).join('')
}

/** A number as text that may be none, or be out of range. */
export const oddNumber = (random: Random): string =>
  pick(random, [
    '0',
    '1',
    '-1',
    '007',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '-Infinity',
    '9007199254740993',
    '1'.repeat(40),
    '',
    ' 1',
    '1.5',
    '٣',
    String(random.integer(50)),
  ])

/** The bytes with one bit changed. */
export const withBitFlipped = (bytes: Uint8Array, bit: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
  return changed
}
