import { number, percent } from '../figures.ts'
import { calibrationError } from '../live/measures.ts'
import type { Report } from '../report.ts'
import type { Group } from './family.ts'
import type { Judged, Measured } from './measure.ts'

const BINS = 10

const groupNames: Readonly<Record<Group, string>> = {
  outside: 'outside the list',
  foreign: 'other languages',
  listed: 'in the list',
}

/** Calibration of the probabilities of whole answers: bin by bin, all together, and group by group. */
export const calibrationTable = (measured: readonly Measured[]): Report => {
  const all = measured.flatMap(({ judged }) => judged)
  const groups = (Object.keys(groupNames) as Group[]).map((group) => ({
    name: groupNames[group],
    judged: measured.filter(({ family }) => family.group === group).flatMap(({ judged }) => judged),
  }))
  return {
    title: 'Calibration of whole answers',
    about:
      `All ${number(all.length)} answers of the two tables above, each counted once: the \`probability\` of \`done\`, and ` +
      'whether the answer is right. `unknown` is right for what is outside the list and for other languages, wrong for ' +
      'what is in the list. Expected calibration error: 10 bins of equal width, the mean of |mean probability - share ' +
      'right|, weighed by the answers in each bin. Asked: at most 0.02, all together.',
    columns: ['probability', 'answers', 'mean probability', 'right', 'calibration error'],
    rows: [
      ...Array.from({ length: BINS }, (_, bin) =>
        row(
          `${bin / BINS} to ${(bin + 1) / BINS}`,
          all.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(BINS * confidence)) === bin),
        ),
      ),
      row('all', all),
      ...groups.map(({ name, judged }) => row(name, judged)),
    ],
  }
}

const row = (name: string, judged: readonly Judged[]): string[] => {
  const right = judged.filter(({ isRight }) => isRight).length
  const sum = judged.reduce((total, { confidence }) => total + confidence, 0)
  return [
    name,
    number(judged.length),
    percent(sum / judged.length),
    percent(right / judged.length),
    judged.length === 0 ? '' : calibrationError(judged).toFixed(4),
  ]
}
