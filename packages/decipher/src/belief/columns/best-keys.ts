import { KEPT } from './constants.ts'
import type { KeyWords } from './key-words.ts'
import type { Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { type Solved, solve } from './solve.ts'
import { tryWords } from './try-words.ts'

/** The best keys of a lane, and the best words that are none of them, if keys may be words. */
export const bestKeys = (problem: Problem, lane: Lane, words: KeyWords | undefined): Solved[] => {
  const solved = solve(problem, lane, KEPT)
  if (!words) return solved
  const names = new Set(solved.map(({ key }) => key.join()))
  const tried = tryWords(problem, lane, words.ofPeriod(lane.period), KEPT)
  return [...solved, ...tried.filter(({ key }) => !names.has(key.join()))]
}
