import type { Counts } from '../../language/counts/counts.ts'
import { createCostOf } from '../columns/powers.ts'
import { createAllowances } from '../substitution/allowances.ts'
import { DEPTH } from '../substitution/constants.ts'
import { type CostTable, createCostTable } from '../substitution/cost-table.ts'
import type { Layout } from '../substitution/layout.ts'
import { createWeights } from '../substitution/weights.ts'
import { MOST_SYMBOLS } from './constants.ts'

/** All that the searches of a decipherer share. */
export interface KeyMeans {
  /** Seed of the random numbers. */
  readonly seed: number
  /** Moves that a run at the end of a text tries, and such runs at the most. */
  readonly moves: number
  readonly runs: number
  /** Steps of all searches so far: what each takes of the time of a small net's step. */
  readonly work: { steps: number }
  /** Costs of symbols of the plaintext, worked out when they are first asked for: 5 MB for each layout. */
  costs(layout: Layout): CostTable
  /** 2^(-n/12) at n, and how much a move may add for each random number. */
  readonly weights: Float64Array
  readonly allowances: Uint8Array
  /** 12 log2 of whole numbers. */
  readonly logarithms: Uint16Array
}

/** Works them out. */
export const createKeyMeans = (
  counts: Readonly<Record<Layout, Counts>>,
  { seed, moves, runs }: Pick<KeyMeans, 'seed' | 'moves' | 'runs'>,
): KeyMeans => {
  const made = new Map<Layout, CostTable>()
  const weights = createWeights()
  const costOf = createCostOf(255)
  return {
    seed,
    moves,
    runs,
    work: { steps: 0 },
    costs(layout) {
      const table = made.get(layout) ?? createCostTable(counts[layout], DEPTH)
      made.set(layout, table)
      return table
    },
    weights,
    allowances: createAllowances(weights),
    logarithms: Uint16Array.from({ length: MOST_SYMBOLS + 1 }, (_, number) =>
      number < 2 ? 0 : costOf(1 / number),
    ),
  }
}
