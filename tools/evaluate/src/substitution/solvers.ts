import type { Random } from '@runnel/core'
import type { Scorer } from './scorer.ts'

/** Letters of English by how often they come. */
const BY_FREQUENCY = 'etaoinshrdlcumwfgypbvkjxqz'

/** Solves a whole text of symbols, 0 to 25 and 26 for a space. @returns the plaintext letter of each ciphertext letter */
export type Solver = (text: Uint8Array, scorer: Scorer, random: Random) => Uint8Array

const exchange = (key: Uint8Array, a: number, b: number): void => {
  const letter = key[a]
  key[a] = key[b]
  key[b] = letter
}

/** The frequent letters of a text as the frequent letters of English. */
const byFrequency = (text: Uint8Array): { key: Uint8Array; order: number[] } => {
  const counts = new Array<number>(27).fill(0)
  for (const symbol of text) counts[symbol]++
  const order = Array.from({ length: 26 }, (_, letter) => letter).sort(
    (a, b) => counts[b] - counts[a] || a - b,
  )
  const key = new Uint8Array(26)
  order.forEach((letter, rank) => {
    key[letter] = BY_FREQUENCY.charCodeAt(rank) - 97
  })
  return { key, order }
}

/** Simulated annealing: so many exchanges of two letters, from 20 units of bits down to a tenth of one. */
export const anneal =
  (swaps = 60_000): Solver =>
  (text, scorer, random) => {
    const { key } = byFrequency(text)
    let bits = scorer.bits(text, key)
    const best = { key: key.slice(), bits }
    for (let i = 0; i < swaps; i++) {
      const temperature = 20 * (0.1 / 20) ** (i / swaps)
      const [a, b] = [random.integer(26), random.integer(26)]
      exchange(key, a, b)
      const now = scorer.bits(text, key)
      if (now > bits && random.next() >= 2 ** ((bits - now) / temperature)) {
        exchange(key, a, b)
        continue
      }
      bits = now
      if (bits < best.bits) Object.assign(best, { key: key.slice(), bits })
    }
    return best.key
  }

/**
 * Jakobsen's fast method (Cryptologia 19, 1995): from the order of frequencies on, exchanges of letters that are one rank
 * apart, then two, beginning anew after each that helps; scored by the counts here in place of pairs of letters.
 */
export const jakobsen: Solver = (text, scorer) => {
  const { key, order } = byFrequency(text)
  let bits = scorer.bits(text, key)
  for (let apart = 1; apart < 26; ) {
    let isBetter = false
    for (let rank = 0; rank + apart < 26 && !isBetter; rank++) {
      const [a, b] = [order[rank], order[rank + apart]]
      exchange(key, a, b)
      const now = scorer.bits(text, key)
      isBetter = now < bits
      if (isBetter) bits = now
      else exchange(key, a, b)
    }
    apart = isBetter ? 1 : apart + 1
  }
  return key
}

/** Hill climbing with restarts from random keys, as in Norvig's chapter of Beautiful Data (2009). */
export const climb =
  (restarts = 10, steps = 3000): Solver =>
  (text, scorer, random) => {
    let best = { key: new Uint8Array(26), bits: Number.POSITIVE_INFINITY }
    for (let restart = 0; restart < restarts; restart++) {
      const key = Uint8Array.from({ length: 26 }, (_, letter) => letter)
      for (let last = 25; last > 0; last--) exchange(key, last, random.integer(last + 1))
      let bits = scorer.bits(text, key)
      for (let step = 0; step < steps; step++) {
        const [a, b] = [random.integer(26), random.integer(26)]
        exchange(key, a, b)
        const now = scorer.bits(text, key)
        if (now < bits) bits = now
        else exchange(key, a, b)
      }
      if (bits < best.bits) best = { key, bits }
    }
    return best.key
  }
