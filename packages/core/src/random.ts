/** A seeded source of randomness: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1), with 32 random bits. */
  next(): number
  /** Uniform integer from 0 to `bound - 1`. */
  integer(bound: number): number
  /** Normal with mean 0 and variance 1 (Box and Muller, 1958). */
  normal(): number
  /** Four 32-bit integers from which `createRandom` goes on where this source stands. */
  save(): RandomState
}

/** The place that a source of randomness has reached. */
export type RandomState = readonly [a: number, b: number, c: number, counter: number]

/**
 * Makes a source of randomness from a 32-bit seed, or one that goes on from a saved state.
 *
 * Source: sfc32 of Chris Doty-Humphrey's PractRand 0.93, run 12 rounds after seeding, as it advises.
 *
 * @example
 * import { createRandom } from '@runnel/core'
 * createRandom(1).integer(26)
 */
export const createRandom = (seed: number | RandomState): Random => {
  let [a, b, c, counter] = typeof seed === 'number' ? [0, seed | 0, 0x9e3779b9 | 0, 1] : seed
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  if (typeof seed === 'number') for (let round = 0; round < 12; round++) bits()
  const next = () => bits() / 2 ** 32
  return {
    next,
    integer: (bound) => Math.floor(next() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    save: () => [a, b, c, counter],
  }
}
