import { createRandom, type Random } from '@runnel/core'
import { lettersIn } from './column-frequencies.ts'
import { type Solver, underKey } from './solver.ts'

/** Random keys that a period is started from, sweeps over a key at the most, and bits that a letter costs at the most. */
const [STARTS, SWEEPS, MOST_BITS] = [10, 6, 10]

/**
 * Hill climbing: from random keys of each period up to 20, each place in turn takes the letter that makes the text
 * likeliest by counts of four letters in a row, until nothing changes; the key pays 4.7 bits a letter.
 */
export const coordinateAscent = (text: string): Solver => {
  const bits = quadgramBits(lettersIn(text))
  return {
    name: 'coordinate ascent from 10 random keys a period',
    solve(letters) {
      const random = createRandom(letters.length)
      let best = { key: [0], cost: Number.POSITIVE_INFINITY }
      for (let period = 1; period <= Math.min(20, letters.length); period++) {
        for (let start = 0; start < STARTS; start++) {
          const climbed = climb(letters, bits, randomKey(period, random))
          const cost = climbed.cost + period * Math.log2(26)
          if (cost < best.cost) best = { key: climbed.key, cost }
        }
      }
      return underKey(letters, best.key)
    },
  }
}

const randomKey = (period: number, random: Random): number[] =>
  Array.from({ length: period }, () => random.integer(26))

const climb = (letters: readonly number[], bits: Float32Array, start: number[]) => {
  const key = [...start]
  const plain = underKey(letters, key)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let changed = false
    for (let place = 0; place < key.length; place++) {
      const before = key[place]
      let [best, least] = [before, Number.POSITIVE_INFINITY]
      for (let value = 0; value < 26; value++) {
        const cost = costAround({ letters, plain, bits, place, period: key.length }, value)
        if (cost < least || (cost === least && value === before)) [best, least] = [value, cost]
      }
      key[place] = best
      for (let at = place; at < letters.length; at += key.length) plain[at] = (letters[at] + 26 - best) % 26
      changed ||= best !== before
    }
    if (!changed) break
  }
  let cost = 0
  for (let at = 0; at < plain.length; at++) cost += bitsAt(plain, bits, at)
  return { key, cost }
}

interface Around {
  letters: readonly number[]
  /** Written to, at the place alone. */
  plain: number[]
  bits: Float32Array
  place: number
  period: number
}

/** The cost of all letters that a place has a say in, when it has a value. */
const costAround = ({ letters, plain, bits, place, period }: Around, value: number): number => {
  for (let at = place; at < letters.length; at += period) plain[at] = (letters[at] + 26 - value) % 26
  let cost = 0
  let done = -1
  for (let at = place; at < letters.length; at += period) {
    for (let near = Math.max(at, done + 1); near < Math.min(at + 4, letters.length); near++) {
      cost += bitsAt(plain, bits, near)
      done = near
    }
  }
  return cost
}

const bitsAt = (plain: readonly number[], bits: Float32Array, at: number): number =>
  at < 3 ? 4.2 : bits[((plain[at - 3] * 26 + plain[at - 2]) * 26 + plain[at - 1]) * 26 + plain[at]]

/** Bits of a letter after three others, smoothed by each shorter context in turn. */
const quadgramBits = (letters: readonly number[]): Float32Array => {
  let before = new Float64Array(26 ** 1).fill(1 / 26)
  for (let order = 1; order <= 4; order++) {
    const counts = new Float64Array(26 ** order)
    let name = 0
    letters.forEach((letter, at) => {
      name = (name * 26 + letter) % 26 ** order
      if (at >= order - 1) counts[name]++
    })
    const smoothed = new Float64Array(26 ** order)
    for (let context = 0; context < 26 ** (order - 1); context++) {
      const row = counts.subarray(context * 26, context * 26 + 26)
      const total = row.reduce((sum, count) => sum + count, 0)
      for (let letter = 0; letter < 26; letter++) {
        const shorter = before[(context * 26 + letter) % before.length]
        smoothed[context * 26 + letter] = (row[letter] + 5 * shorter) / (total + 5)
      }
    }
    before = smoothed
  }
  return Float32Array.from(before, (probability) => Math.min(MOST_BITS, -Math.log2(probability)))
}
