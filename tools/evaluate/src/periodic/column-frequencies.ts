import { type Solver, underKey } from './solver.ts'

/** Index of coincidence of English, by and large, times 26. */
const ENGLISH = 1.73

/**
 * The way of usual tools: the period whose columns have the highest index of coincidence (the shortest that comes within
 * a tenth of English), and for each column the shift whose letters are most like English by χ².
 */
export const columnFrequencies = (text: string): Solver => {
  const shares = sharesOf(lettersIn(text))
  return {
    name: 'index of coincidence, then frequencies by columns',
    solve(letters) {
      const periods = Array.from({ length: 20 }, (_, i) => i + 1).filter((p) => 2 * p <= letters.length)
      const scored = periods.map((period) => ({ period, index: coincidence(letters, period) }))
      const best =
        scored.find(({ index }) => index >= 0.9 * ENGLISH) ??
        scored.reduce((most, one) => (one.index > most.index ? one : most), scored[0])
      const key = columnsOf(letters, best?.period ?? 1).map((column) => likeliestShift(column, shares))
      return underKey(letters, key)
    },
  }
}

/** Letters of a text, from 0. */
export const lettersIn = (text: string): number[] =>
  Array.from(text.toLowerCase().replace(/[^a-z]/g, ''), (letter) => letter.charCodeAt(0) - 97)

const columnsOf = (letters: readonly number[], period: number): number[][] =>
  Array.from({ length: period }, (_, place) => letters.filter((_, at) => at % period === place))

const countsOf = (letters: readonly number[]): number[] => {
  const counts = new Array<number>(26).fill(0)
  for (const letter of letters) counts[letter]++
  return counts
}

const sharesOf = (letters: readonly number[]): number[] =>
  countsOf(letters).map((count) => (count + 1) / (letters.length + 26))

/** Friedman's index of coincidence, the mean over columns, times 26. */
const coincidence = (letters: readonly number[], period: number): number => {
  const columns = columnsOf(letters, period).filter(({ length }) => length > 1)
  const indices = columns.map((column) => {
    const pairs = countsOf(column).reduce((sum, count) => sum + count * (count - 1), 0)
    return (26 * pairs) / (column.length * (column.length - 1))
  })
  return indices.reduce((sum, index) => sum + index, 0) / Math.max(1, indices.length)
}

const likeliestShift = (column: readonly number[], shares: readonly number[]): number => {
  const counts = countsOf(column)
  const scores = shares.map((_, shift) =>
    shares.reduce((sum, share, plain) => {
      const expected = column.length * share
      return sum + (counts[(plain + shift) % 26] - expected) ** 2 / expected
    }, 0),
  )
  return scores.indexOf(Math.min(...scores))
}
