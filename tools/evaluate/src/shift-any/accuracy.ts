import type { Letters } from './read-streams.ts'

/** Fraction of streams whose nth letter, from 1, is right. */
export const rightAt = (streams: readonly Letters[], n: number): number =>
  streams.filter((letters) => letters[n - 1]).length / streams.length

/** Fraction of the letters from the nth to the mth, from 1, that are right, all streams together. */
export const rightFrom = (streams: readonly Letters[], n: number, m: number): number =>
  streams.reduce((sum, letters) => sum + letters.slice(n - 1, m).filter(Boolean).length, 0) /
  (streams.length * (m - n + 1))

/** Letters that are wrong from letter `from` on, counted from 0, in each stream; in rising order. */
export const lostFrom = (streams: readonly Letters[], from: number): number[] =>
  streams.map((letters) => letters.slice(from).filter((right) => !right).length).sort((a, b) => a - b)

/** The value below which that part of sorted values lies. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
