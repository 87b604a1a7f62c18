import type { ContextCounts } from './count-contexts.ts'

/** The number of the context that is one symbol shorter. A greatest one lacks its first symbol, a space, anyway. */
export const shorterContext = (
  { counts, symbols }: ContextCounts,
  context: number,
  length: number,
): number => (length === counts.length - 1 ? context : context % symbols ** (length - 1))

/**
 * Probabilities in place of counts: each context leans on the one that is a symbol shorter, the more the more different
 * symbols follow it (Witten and Bell 1991, method C, times `smoothing`).
 */
export const smoothCounts = (table: ContextCounts, smoothing: number): Float32Array[] => {
  const { counts, symbols } = table
  const probabilities: Float32Array[] = []
  counts.forEach((counted, length) => {
    const smoothed = new Float32Array(counted.length)
    const shorter = probabilities[length - 1]
    for (let context = 0; context * symbols < counted.length; context++) {
      const from = context * symbols
      let [total, kinds] = [0, 0]
      for (let at = from; at < from + symbols; at++) {
        total += counted[at]
        kinds += Math.min(1, counted[at])
      }
      const leaning = Math.max(smoothing * kinds, Number.MIN_VALUE)
      const below = length === 0 ? 0 : shorterContext(table, context, length) * symbols
      for (let symbol = 0; symbol < symbols; symbol++) {
        const base = shorter ? shorter[below + symbol] : 1 / symbols
        smoothed[from + symbol] = (counted[from + symbol] + leaning * base) / (total + leaning)
      }
    }
    probabilities.push(smoothed)
  })
  return probabilities
}
