import { LEVELS_A_BIT, STEPS } from '@runnel/decipher/counts'

/** Costs of all symbols after a context, in whole levels, and the probabilities that they stand for. */
export interface Row {
  readonly levels: readonly number[]
  readonly expected: Float64Array
}

/** A context that may differ from the one that is a symbol shorter. */
export interface Candidate {
  /** Probability of each symbol. */
  readonly probabilities: ArrayLike<number>
  /** Times that the context occurs. */
  readonly weight: number
  /** Bits that an exception has to save. */
  readonly price: number
  /** Rounds a difference in levels to a number of steps. */
  readonly toSteps: (levels: number) => number
}

/** Symbols that differ, and by how many steps. */
export interface Exceptions {
  readonly steps: ReadonlyMap<number, number>
  readonly row: Row
}

/** Bits by which all other symbols may become rarer at most, and likelier, once exceptions are made. */
const [RARER, LIKELIER] = [8, 0.5]

/** Largest difference that is rounded to a step, in levels. */
const MOST = 160

/** Makes a row of costs. */
export const rowOf = (levels: readonly number[]): Row => {
  const shares = Float64Array.from(levels, (level) => 2 ** (-level / LEVELS_A_BIT))
  const sum = shares.reduce((total, share) => total + share)
  return { levels, expected: shares.map((share) => share / sum) }
}

/**
 * The exceptions that a context is worth: those that save more bits than they cost, beside what all others are scaled
 * by. Undefined where nothing is worth it.
 */
export const chooseExceptions = (candidate: Candidate, shorter: Row): Exceptions | undefined => {
  const { probabilities, weight, price, toSteps } = candidate
  const { expected } = shorter
  const symbols = expected.length
  const ratios = Float64Array.from(expected, (base, i) => Math.log2(probabilities[i] / base))
  const losses = expected.map((base, i) => loss(probabilities[i], base, ratios[i]))
  let [best, bestRest] = [price, Number.NaN]
  const gainOf = (rest: number, take?: (symbol: number, steps: number) => void): number => {
    let [gain, count] = [0, 0]
    for (let symbol = 0; symbol < symbols; symbol++) {
      const [p, base] = [probabilities[symbol], expected[symbol]]
      const unsaid = loss(p, base * 2 ** -(rest / LEVELS_A_BIT), ratios[symbol] + rest / LEVELS_A_BIT)
      const steps = toSteps(-LEVELS_A_BIT * ratios[symbol] - rest)
      let kept = unsaid
      if (steps !== 0) {
        const level = rest + Math.sign(steps) * STEPS[Math.abs(steps) - 1]
        const said =
          loss(p, base * 2 ** -(level / LEVELS_A_BIT), ratios[symbol] + level / LEVELS_A_BIT) + price / weight
        if (said < unsaid) {
          kept = said
          count++
          take?.(symbol, steps)
        }
      }
      gain += weight * (losses[symbol] - kept)
    }
    return count > 0 ? gain : 0
  }
  for (let rest = -LIKELIER * LEVELS_A_BIT; rest <= RARER * LEVELS_A_BIT; rest++) {
    const gain = gainOf(rest)
    if (gain > best) [best, bestRest] = [gain, rest]
  }
  if (Number.isNaN(bestRest)) return undefined
  const steps = new Map<number, number>()
  const levels = [...shorter.levels]
  gainOf(bestRest, (symbol, number) => {
    steps.set(symbol, number)
    levels[symbol] += Math.sign(number) * STEPS[Math.abs(number) - 1]
  })
  return { steps, row: rowOf(levels) }
}

/** Bits a symbol lost by expecting it with `base` in place of `p`: the I-divergence, at least 0 for each symbol. */
const loss = (p: number, base: number, ratio: number): number => p * ratio - (p - base) * Math.LOG2E

/** Makes the rounding of a difference in levels to a number of steps, of these sizes alone. */
export const createRounding = (sizes: readonly number[]): Candidate['toSteps'] => {
  const table = Int8Array.from({ length: 2 * MOST + 1 }, (_, i) => {
    const size = Math.abs(i - MOST)
    let best = 0
    STEPS.forEach((step, at) => {
      if (!sizes.includes(step)) return
      const isNearer = Math.abs(step - size) < Math.abs((STEPS[best - 1] ?? 0) - size)
      if (isNearer) best = at + 1
    })
    return i < MOST ? -best : best
  })
  return (levels) => table[Math.max(0, Math.min(2 * MOST, Math.round(levels) + MOST))]
}
