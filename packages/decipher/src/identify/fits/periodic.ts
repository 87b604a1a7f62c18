import { FITTED_BY_PAIRS, PERIODS } from '../constants.ts'
import type { EnglishGains } from '../english-gains.ts'
import { fitByLetters, fitByPairs, type Readings } from './columns.ts'
import { better, type Fit, NONE } from './fit.ts'

/** Values that a letter of a key may have, and the bits that it takes to tell. */
const LETTER = { keys: 26, bits: 4.7 } as const
const HALF = { keys: 13, bits: 3.7 } as const

/** Fit of the best key that repeats: of Vigenère and its like, of Beaufort, of Porta. Periods 2 and more. */
export const periodicFit = (letters: Uint8Array, english: EnglishGains): Fit =>
  [shifted, turned, porta]
    .map((read) => bestPeriod(() => read(letters), letters.length, english))
    .reduce(better)

/** Fit of the best key of an autokey: the plaintext goes on as the key, or the ciphertext does. */
export const autokeyFit = (letters: Uint8Array, english: EnglishGains): Fit =>
  better(
    bestPeriod((period) => chained(letters, period), letters.length, english, 1),
    bestLag(letters, english),
  )

/** Of keys of each length, those that fit best by letters, and the best of them by pairs. */
const bestPeriod = (
  read: (period: number) => Readings,
  length: number,
  english: EnglishGains,
  shortest = 2,
): Fit => {
  const most = Math.min(PERIODS.letters, Math.floor(length / 2))
  const found: { key: Uint8Array; gain: number; readings: Readings; bits: number }[] = []
  for (let period = shortest; period <= most; period++) {
    const readings = read(period)
    const key = new Uint8Array(period)
    const bits = period * readings.bits
    found.push({ key, gain: fitByLetters(readings, key, english) - bits, readings, bits })
  }
  found.sort((a, b) => b.gain - a.gain)
  return found
    .slice(0, FITTED_BY_PAIRS)
    .map(({ readings, key, bits }) => ({
      gain: fitByPairs(readings, key, english) - bits,
      period: key.length,
    }))
    .reduce(better, { ...NONE, gain: -length })
}

const readingsOf = (
  letters: Uint8Array,
  { keys, bits }: Pick<Readings, 'keys' | 'bits'>,
  read: (letter: number, key: number) => number,
): Readings => {
  const { length } = letters
  const plain = new Uint8Array(keys * length)
  for (let key = 0; key < keys; key++)
    for (let i = 0; i < length; i++) plain[key * length + i] = read(letters[i], key)
  return { letters: plain, length, keys, bits }
}

const shifted = (letters: Uint8Array): Readings =>
  readingsOf(letters, LETTER, (letter, key) => (letter + 26 - key) % 26)

const turned = (letters: Uint8Array): Readings =>
  readingsOf(letters, LETTER, (letter, key) => (key + 26 - letter) % 26)

/** Each half of the alphabet stands for the other, moved on by the key. */
const porta = (letters: Uint8Array): Readings =>
  readingsOf(letters, HALF, (letter, key) =>
    letter < 13 ? 13 + ((letter + key) % 13) : (letter - 13 + 13 - key) % 13,
  )

/** Each letter of the key decides every letter of its column: the letter before it there is its key. */
const chained = (letters: Uint8Array, period: number): Readings => {
  const { length } = letters
  const plain = new Uint8Array(26 * length)
  for (let key = 0; key < 26; key++) {
    for (let i = 0; i < length; i++) {
      const before = i < period ? key : plain[key * length + i - period]
      plain[key * length + i] = (letters[i] + 26 - before) % 26
    }
  }
  return { letters: plain, length, ...LETTER }
}

/** Where the ciphertext is the key, a text is read without one, but for its beginning. */
const bestLag = (letters: Uint8Array, { letters: single, pairs }: EnglishGains): Fit => {
  let best: Fit = { ...NONE, gain: -letters.length }
  for (let lag = 1; lag <= Math.min(PERIODS.letters, letters.length - 2); lag++) {
    let before = (letters[lag] + 26 - letters[0]) % 26
    let gain = single[before]
    for (let i = lag + 1; i < letters.length; i++) {
      const letter = (letters[i] + 26 - letters[i - lag]) % 26
      gain += pairs[26 * before + letter]
      before = letter
    }
    best = better(best, { gain, period: lag })
  }
  return best
}
