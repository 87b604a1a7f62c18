import { ROUNDS } from '../constants.ts'
import type { EnglishGains } from '../english-gains.ts'

/** A text as each letter of a key would read it: letters of the text by letters of a key. */
export interface Readings {
  /** Plaintext letters, `[keys * length]`: all of the first key letter, then of the next. */
  readonly letters: Uint8Array
  readonly length: number
  /** Values that a letter of the key may have. */
  readonly keys: number
  /** Bits that such a letter takes to tell. */
  readonly bits: number
}

/** The best letter of a key for each column of a text, going by single letters. @returns its gain in bits */
export const fitByLetters = (
  { letters, length, keys }: Readings,
  key: Uint8Array,
  { letters: single }: EnglishGains,
): number => {
  let total = 0
  for (let column = 0; column < key.length; column++) {
    let best = Number.NEGATIVE_INFINITY
    for (let value = 0; value < keys; value++) {
      let gain = 0
      for (let i = column; i < length; i += key.length) gain += single[letters[value * length + i]]
      if (gain <= best) continue
      best = gain
      key[column] = value
    }
    total += best
  }
  return total
}

/** Fits each letter of a key again by the pairs that it is part of. Mutates `key`. @returns the gain of the text in bits */
export const fitByPairs = (readings: Readings, key: Uint8Array, english: EnglishGains): number => {
  const text = new Uint8Array(readings.length)
  for (let i = 0; i < text.length; i++) text[i] = readings.letters[key[i % key.length] * text.length + i]
  for (let round = 0; round < ROUNDS; round++) {
    let isChanged = false
    for (let column = 0; column < key.length; column++) {
      const value = bestOfColumn({ readings, text, column, period: key.length }, english)
      if (value === key[column]) continue
      key[column] = value
      for (let i = column; i < text.length; i += key.length)
        text[i] = readings.letters[value * text.length + i]
      isChanged = true
    }
    if (!isChanged) break
  }
  let gain = english.letters[text[0]]
  for (let i = 1; i < text.length; i++) gain += english.pairs[26 * text[i - 1] + text[i]]
  return gain
}

interface Column {
  readonly readings: Readings
  /** The text as it is read now. */
  readonly text: Uint8Array
  readonly column: number
  readonly period: number
}

const bestOfColumn = (
  { readings: { letters, keys }, text, column, period }: Column,
  { letters: single, pairs }: EnglishGains,
): number => {
  const { length } = text
  let best = Number.NEGATIVE_INFINITY
  let found = 0
  for (let value = 0; value < keys; value++) {
    let gain = 0
    for (let i = column; i < length; i += period) {
      const letter = letters[value * length + i]
      const before = period === 1 ? letters[value * length + i - 1] : text[i - 1]
      gain += i === 0 ? single[letter] : pairs[26 * before + letter]
      if (period > 1 && i + 1 < length) gain += pairs[26 * letter + text[i + 1]]
    }
    if (gain <= best) continue
    best = gain
    found = value
  }
  return found
}
