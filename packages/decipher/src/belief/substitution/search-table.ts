import type { Counts } from '../../language/counts/counts.ts'
import { createAllowances } from './allowances.ts'
import { TURN_SHARE } from './constants.ts'
import { type CostTable, createCostTable } from './cost-table.ts'
import { withCribs } from './cribs.ts'
import { type KnownLetters, noLetters } from './known-letters.ts'
import type { Layout } from './layout.ts'
import { TurnedBeam } from './turned-beam.ts'
import { createWeights } from './weights.ts'

/** All that the searches of a decipherer share. */
export interface SearchTable {
  /** Partial keys at the most. */
  readonly width: number
  readonly known: KnownLetters
  /** 2^(-n/12) at n. */
  readonly weights: Float64Array
  /** Units that a move may add, for each random number: see `createAllowances`. */
  readonly allowances: Uint8Array
  /** Costs of symbols, for each layout. */
  readonly costs: Readonly<Record<Layout, CostTable>>
  /** Steps of all searches so far: what each takes of the time of a small net's step. */
  readonly work: { steps: number }
  /** Scratch: beams from other places, which remember nothing. */
  readonly turned: Readonly<Record<Layout, TurnedBeam>>
}

/** Works the tables out: 3 MB for each layout. */
export const createSearchTable = (counts: Readonly<Record<Layout, Counts>>, width: number): SearchTable => {
  const costs = { words: createCostTable(counts.words), letters: createCostTable(counts.letters) }
  const turned = turnedBy(width, costs)
  const weights = createWeights()
  const allowances = createAllowances(weights)
  return { width, known: noLetters, weights, allowances, costs, work: { steps: 0 }, turned }
}

/** The same tables for text in which some words occur: 3 MB more for a layout, once it comes. */
export const expecting = (table: SearchTable, cribs: readonly Uint8Array[]): SearchTable => {
  const costs = eachOnce((layout) => withCribs(table.costs[layout], cribs, layout))
  return { ...table, costs, turned: turnedBy(table.width, costs) }
}

const turnedBy = (width: number, costs: SearchTable['costs']): SearchTable['turned'] =>
  eachOnce((layout) => new TurnedBeam(Math.ceil(width * TURN_SHARE), costs[layout]))

/** Something for each layout, made when it is first asked for. */
const eachOnce = <Value>(make: (layout: Layout) => Value): Readonly<Record<Layout, Value>> => {
  const made = new Map<Layout, Value>()
  const of = (layout: Layout): Value => {
    const value = made.get(layout) ?? make(layout)
    made.set(layout, value)
    return value
  }
  return {
    get words() {
      return of('words')
    },
    get letters() {
      return of('letters')
    },
  }
}
