import type { Decipherer } from '@runnel/decipher'
import { readPrefixes } from './read-prefixes.ts'
import type { Stream } from './streams.ts'

/** Figures of the streams of a row. */
export interface Measured {
  /** Streams whose text so far was right, for each number of letters. */
  right: number[]
  /** Streams whose cipher was told, for each number of letters. */
  named: number[]
  /** Letters that were final, and all, for each number of letters. */
  final: number[]
  letters: number[]
  /** Finals, and those that were wrong. */
  finals: number
  wrong: number
  /** Confidence in letters that were not final, and whether they were right, from so many letters on. */
  judged: { confidence: number; isRight: boolean }[]
  /** Letters that were final, and those of them that were wrong, from as many letters on, each as often as it was looked at. */
  settled: number
  settledWrong: number
}

/** The part of a text that is judged: from a unit on, and which units; its cipher; and progress. */
export interface MeasureOptions {
  from: number
  cipher: string
  isCounted: (unit: string) => boolean
  count: (letters: number) => void
}

/** Letters from which on confidences are judged. */
const JUDGED_FROM = 30

/** Reads streams with a decipherer that knows their cipher. Text is right or wrong from a place on. */
export const measure = (
  decipherer: Decipherer,
  streams: readonly Stream[],
  lengths: readonly number[],
  { from, count, isCounted, cipher: name }: MeasureOptions,
): Measured => {
  const zeros = (): number[] => lengths.map(() => 0)
  const result: Measured = {
    right: zeros(),
    named: zeros(),
    final: zeros(),
    letters: zeros(),
    finals: 0,
    wrong: 0,
    judged: [],
    settled: 0,
    settledWrong: 0,
  }
  for (const { plaintext, ciphertext } of streams) {
    const { prefixes, final } = readPrefixes(decipherer, ciphertext, lengths, isCounted)
    prefixes.forEach(({ letters, text, final: end, confidence, cipher }, i) => {
      if (cipher === name) result.named[i]++
      if (text.slice(from) === plaintext.slice(from, text.length)) result.right[i]++
      result.letters[i] += letters
      for (let at = from; at < text.length; at++) {
        if (!isCounted(plaintext[at])) continue
        const isRight = text[at] === plaintext[at]
        if (at < end) result.final[i]++
        if (letters < JUDGED_FROM) continue
        if (at >= end) result.judged.push({ confidence: confidence[at - end], isRight })
        else {
          result.settled++
          if (!isRight) result.settledWrong++
        }
      }
    })
    for (let at = from; at < final.length; at++) {
      if (!isCounted(plaintext[at])) continue
      result.finals++
      if (final[at] !== plaintext[at]) result.wrong++
    }
    count(Math.max(...lengths))
  }
  return result
}
