import { lettersOf } from '../answers/letters-of.ts'
import type { Reading } from './peer.ts'

/** Characters of a guess that CyberChef shows. */
const SHOWN = 100

/** Whether a guess is the plaintext in its letters and digits, as far as it is shown. */
const isRight = (guess: string, plaintext: string): boolean => {
  const [given, right] = [lettersOf(guess), lettersOf(plaintext)]
  if (given === right) return true
  return guess.length === SHOWN && given.length > 0 && right.startsWith(given)
}

/** A reading, judged. */
export interface Judged {
  /** Place of the right guess, from 1; 0 where there is none. */
  readonly place: number
  readonly shown: number
  readonly isUnsure: boolean
  /** Of CPU. */
  readonly milliseconds: number
}

/** Finds the plaintext among the guesses. */
export const judge = ({ guesses, isUnsure }: Reading, plaintext: string, milliseconds: number): Judged => ({
  place: guesses.findIndex((guess) => isRight(guess, plaintext)) + 1,
  shown: guesses.length,
  isUnsure,
  milliseconds,
})

const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? 0

/** The figures of a peer, as a row of the table. */
export const rowOf = (name: string, judged: readonly Judged[]): string[] => {
  const count = (isOne: (one: Judged) => boolean): string => String(judged.filter(isOne).length)
  const times = judged.map(({ milliseconds }) => milliseconds)
  const found = judged.filter(({ place }) => place > 0)
  return [
    name,
    String(judged.length),
    count(({ place }) => place === 1),
    count(({ place }) => place > 0),
    count(({ place, isUnsure }) => place !== 1 && !isUnsure),
    count(({ place, isUnsure }) => place !== 1 && isUnsure),
    quantile(
      judged.map(({ shown }) => shown),
      0.5,
    ).toFixed(0),
    quantile(
      found.map(({ place }) => place),
      0.9,
    ).toFixed(0),
    quantile(times, 0.5).toFixed(0),
    quantile(times, 0.9).toFixed(0),
  ]
}

export const columns: string[] = [
  '',
  'texts',
  'read, shown first',
  'read, among all that is shown',
  'wrong, told without a doubt',
  'wrong or not read, and told so',
  'guesses shown, median',
  'place of the right one, p90',
  'ms of CPU, median',
  'p90',
]
