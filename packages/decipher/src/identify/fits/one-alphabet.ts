import { FITTED_BY_PAIRS } from '../constants.ts'
import { type EnglishGains, pairGain } from '../english-gains.ts'
import type { Fit } from './fit.ts'

/** Multipliers that have an inverse modulo 26, but 1. */
const FACTORS = [3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25] as const

/** Bits that a key takes to tell, of 25 shifts, and of the 286 affine keys that are none. */
const KEY_BITS = { shift: 4.64, affine: 8.16 } as const

/** Fit of the best shift but none. */
export const caesarFit = (letters: Uint8Array, english: EnglishGains): Fit => {
  let best = Number.NEGATIVE_INFINITY
  for (let shift = 1; shift < 26; shift++) {
    best = Math.max(best, pairGain(mapped(letters, 1, shift), english))
  }
  return { gain: best - KEY_BITS.shift, period: 1 }
}

/** Fit of the best affine key that is no shift, Atbash among them. */
export const affineFit = (letters: Uint8Array, english: EnglishGains): Fit => {
  const counts = new Float64Array(26)
  for (let i = 0; i < letters.length; i++) counts[letters[i]]++
  const keys: { factor: number; shift: number; gain: number }[] = []
  for (const factor of FACTORS) {
    for (let shift = 0; shift < 26; shift++) {
      let gain = 0
      for (let letter = 0; letter < 26; letter++)
        gain += counts[letter] * english.letters[(factor * letter + shift) % 26]
      keys.push({ factor, shift, gain })
    }
  }
  keys.sort((a, b) => b.gain - a.gain)
  const gains = keys
    .slice(0, 2 * FITTED_BY_PAIRS)
    .map(({ factor, shift }) => pairGain(mapped(letters, factor, shift), english))
  return { gain: Math.max(...gains) - KEY_BITS.affine, period: 1 }
}

const mapped = (letters: Uint8Array, factor: number, shift: number): Uint8Array =>
  letters.map((letter) => (factor * letter + shift) % 26)

/** Gain in bits where the most frequent letter stands for the one that is so in English, and so on down. */
export const rankedGain = (letters: Uint8Array, { letters: single }: EnglishGains): number => {
  const counts = new Float64Array(26)
  for (let i = 0; i < letters.length; i++) counts[letters[i]]++
  counts.sort()
  const gains = single.slice().sort()
  return counts.reduce((sum, count, rank) => sum + count * gains[rank], 0)
}
