import { createRandom } from '@runnel/core'
import type { Decipherer } from '@runnel/decipher'
import { answer } from '../answers/answer.ts'
import { type Outcome, outcomeOf } from '../answers/outcome.ts'
import { isLetter, type Layout } from '../live/streams.ts'
import type { Family, Group, Sample } from './family.ts'

/** An answer as calibration sees it. */
export interface Judged {
  confidence: number
  isRight: boolean
}

/** Outcomes of one family in one layout, and its answers. */
export interface Measured {
  family: Family
  layout: Layout
  /** For each number of letters, an outcome a stream. */
  outcomes: Outcome[][]
  judged: Judged[]
}

/** Streams to draw, and numbers of letters to ask after; the last is the length of a stream. */
export interface Plan {
  count: number
  seed: number
  letters: readonly number[]
  layout: Layout
}

/** Reads streams of a family and asks for the answer after so many letters of each. */
export const measure = (
  decipherer: Decipherer,
  family: Family,
  { count, seed, letters, layout }: Plan,
  countLetters: (letters: number) => void,
): Measured => {
  const random = createRandom(seed)
  const longest = Math.max(...letters)
  const result: Measured = { family, layout, outcomes: letters.map(() => []), judged: [] }
  for (let i = 0; i < count; i++) {
    const sample = family.draw(random, { letters: longest, layout })
    placesAfter(sample, letters).forEach((place, at) => {
      const found = answer(decipherer, sample.ciphertext.slice(0, place))
      const outcome = outcomeOf(found, sample.plaintext?.slice(0, place))
      result.outcomes[at].push(outcome)
      result.judged.push({ confidence: found.probability, isRight: isRight(outcome, family.group) })
      countLetters(letters[at])
    })
  }
  return result
}

/** An answer is right if its text is, or if it says "none of these" where that is so. */
export const isRight = (outcome: Outcome, group: Group): boolean =>
  outcome === 'right' || (outcome === 'unknown' && group !== 'listed')

/** Places behind the nth letter, counted in the plaintext where there is one: ROT47 turns letters into other signs. */
export const placesAfter = ({ plaintext, ciphertext }: Sample, letters: readonly number[]): number[] => {
  const text = plaintext ?? ciphertext
  const ends = Array.from(text.split(''), (unit, i) => (isLetter(unit) ? [i + 1] : [])).flat()
  return letters.map((n) => ends[n - 1])
}
