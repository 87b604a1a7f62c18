import { type Answer, UNKNOWN } from './answer.ts'

/** Probability above which an answer counts as said with confidence. */
export const CONFIDENT = 0.9

/** Ways in which an answer may come out: wrong with a probability above 0.9, or up to it; "none of these"; right. */
export const outcomes = ['confident', 'doubtful', 'unknown', 'right'] as const

/** One of these ways. */
export type Outcome = (typeof outcomes)[number]

/** Judges an answer by the plaintext, where there is one that could be read. */
export const outcomeOf = ({ text, cipher, probability }: Answer, plaintext: string | undefined): Outcome => {
  if (cipher === UNKNOWN) return 'unknown'
  if (text === plaintext) return 'right'
  return probability > CONFIDENT ? 'confident' : 'doubtful'
}

/** Outcomes as the heads of tables name them. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  confident: 'wrong, p > 0.9',
  doubtful: 'wrong, p ≤ 0.9',
  unknown: '`unknown`',
  right: 'right',
}

/** Counts of outcomes. */
export type Tally = Record<Outcome, number>

/** Counts how often each outcome came. */
export const tally = (found: readonly Outcome[]): Tally => {
  const counts: Tally = { confident: 0, doubtful: 0, unknown: 0, right: 0 }
  for (const outcome of found) counts[outcome]++
  return counts
}
