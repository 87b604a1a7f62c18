import type { EnglishGains } from '../english-gains.ts'
import type { Fit } from './fit.ts'

/** Bits that a matrix of two by two takes to tell. */
const KEY_BITS = 18.8

/**
 * Fit of the best key of Hill's cipher with pairs of letters: a row of the deciphering matrix reads every other letter by
 * itself, so that rows are tried one by one.
 *
 * Source: D. H. Yum and P. J. Lee, Cracking Hill Ciphers with Goodness-of-Fit Statistics, Cryptologia 33 (2009).
 */
export const hillFit = (letters: Uint8Array, english: EnglishGains): Fit => {
  const pairs = letters.length >> 1
  const gains = new Float64Array(676)
  for (let row = 1; row < 676; row++) {
    const a = Math.floor(row / 26)
    const b = row % 26
    // Rows of even numbers, or of 13 times some, belong to no matrix that can be turned round.
    if ((a % 2 === 0 && b % 2 === 0) || (a % 13 === 0 && b % 13 === 0)) {
      gains[row] = Number.NEGATIVE_INFINITY
      continue
    }
    let gain = 0
    for (let i = 0; i < pairs; i++)
      gain += english.letters[(a * letters[2 * i] + b * letters[2 * i + 1]) % 26]
    gains[row] = gain
  }
  gains[0] = Number.NEGATIVE_INFINITY
  const first = bestRow(gains, () => true)
  const second = bestRow(gains, (row) => isInvertible(first, row))
  return { gain: gains[first] + gains[second] - KEY_BITS, period: 2 }
}

const bestRow = (gains: Float64Array, mayBe: (row: number) => boolean): number => {
  let best = -1
  for (let row = 1; row < 676; row++) if (mayBe(row) && (best === -1 || gains[row] > gains[best])) best = row
  return best
}

const isInvertible = (first: number, second: number): boolean => {
  const [a, b] = [Math.floor(first / 26), first % 26]
  const [c, d] = [Math.floor(second / 26), second % 26]
  const determinant = (((a * d - b * c) % 26) + 26) % 26
  return determinant % 2 !== 0 && determinant !== 13
}
