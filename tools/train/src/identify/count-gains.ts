import type { EnglishGains } from '@runnel/decipher/identify'

/** Times that each pair, letter and byte counts as seen before anything is. */
const SEEN = { letter: 1, pair: 1, byte: 1 } as const
/** Bytes that are written less often than this share of all are as dear. */
const LEAST = 2 ** -14

/** Counts the letters, pairs of letters and bytes of a text, and weighs them against those that are all as likely. */
export const countGains = (text: string): EnglishGains => {
  const single = new Float64Array(26).fill(SEEN.letter)
  const pairs = new Float64Array(676).fill(SEEN.pair)
  const bytes = new Float64Array(256)
  let before = -1
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x7f) bytes[unit === 0x0a ? 0x20 : unit] += SEEN.byte
    const letter = (unit | 0x20) - 0x61
    if (letter < 0 || letter > 25 || unit > 0x7a) continue
    single[letter]++
    if (before !== -1) pairs[26 * before + letter]++
    before = letter
  }
  const rows = Float64Array.from({ length: 26 }, (_, row) => sumOf(pairs.subarray(26 * row, 26 * row + 26)))
  const [letters, written] = [sumOf(single), sumOf(bytes)]
  return {
    letters: single.map((count) => Math.log2((26 * count) / letters)),
    pairs: pairs.map((count, pair) => Math.log2((26 * count) / rows[Math.floor(pair / 26)])),
    bytes: bytes.map((count) => Math.log2(256 * Math.max(LEAST, count / written))),
  }
}

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, number) => sum + number, 0)
