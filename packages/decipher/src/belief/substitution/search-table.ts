import { openSearchKernels, type SearchKernels } from '@runnel/rnn-model/search'
import type { Counts } from '../../language/counts/counts.ts'
import { createAllowances } from './allowances.ts'
import { DEPTH, LADDER, MOST_DEPTH, TURN_SHARE, USUAL_WIDTH } from './constants.ts'
import { type CostTable, createCostTable, workOutCosts } from './cost-table.ts'
import { withCribs } from './cribs.ts'
import { KernelMemory } from './kernel-memory.ts'
import { type KnownLetters, noLetters } from './known-letters.ts'
import type { Layout } from './layout.ts'
import type { WordTree } from './lexicon.ts'
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
  /** Memories of kernels that hold those costs, where there are kernels. */
  readonly memories: Readonly<Record<Layout, KernelMemory | undefined>>
  /** Costs of symbols, for each layout. */
  readonly costs: Readonly<Record<Layout, CostTable>>
  /** Words of the language, where some are known. */
  readonly lexicon?: WordTree | undefined
  readonly open: OpenKernels
  /** Works out in steps what the first search would. */
  workOut(): Iterable<undefined>
  /** Steps of all searches so far: what each takes of the time of a small net's step. */
  readonly work: { steps: number }
  /** Scratch: beams from other places, which remember nothing. */
  readonly turned: Readonly<Record<Layout, TurnedBeam>>
}

/** Symbols before the one foretold that a cost depends on. */
const depthOf = ({ depth }: Counts): number => Math.max(DEPTH, Math.min(depth, MOST_DEPTH))

/** Works the tables out: 3 MB for each layout, and 10 MB from counts that look further back. */
export const createSearchTable = (
  counts: Readonly<Record<Layout, Counts>>,
  width: number,
  open: OpenKernels = openSearchKernels,
): SearchTable => {
  const weights = createWeights()
  const allowances = createAllowances(weights)
  const ready = new Map<Layout, CostTable>()
  const costsOf = (layout: Layout): CostTable =>
    ready.get(layout) ?? createCostTable(counts[layout], depthOf(counts[layout]))
  const placed = inKernels(costsOf, allowances, open)
  const turned = turnedBy(width, placed.costs)
  function* workOut(): Iterable<undefined> {
    for (const layout of ['words', 'letters'] as const) {
      ready.set(layout, yield* workOutCosts(counts[layout], depthOf(counts[layout])))
      yield void placed.costs[layout]
      yield void turned[layout]
      // From now on the memory of kernels holds it.
      ready.delete(layout)
    }
  }
  return {
    width,
    known: noLetters,
    weights,
    allowances,
    ...placed,
    work: { steps: 0 },
    turned,
    open,
    workOut,
  }
}

/** Opens kernels, where there are any. */
export type OpenKernels = () => SearchKernels | undefined

/** Works tables of costs out when they are first asked for, and puts them into the memories of kernels. */
const inKernels = (
  costsOf: (layout: Layout) => CostTable,
  allowances: Uint8Array,
  open: OpenKernels,
): Pick<SearchTable, 'costs' | 'memories'> => {
  const memories = eachOnce((layout) => {
    const kernels = open()
    return kernels && new KernelMemory(kernels, costsOf(layout), allowances, LADDER.length + 1)
  })
  return { memories, costs: eachOnce((layout) => memories[layout]?.table ?? costsOf(layout)) }
}

/** The same tables for text in which some words occur: 3 to 5 MB more for a layout, once it comes. */
export const expecting = (table: SearchTable, cribs: readonly Uint8Array[]): SearchTable => {
  const costsOf = (layout: Layout) => withCribs(table.costs[layout], cribs, layout)
  const placed = inKernels(costsOf, table.allowances, table.open)
  return { ...table, ...placed, turned: turnedBy(table.width, placed.costs) }
}

/** The same tables for searches of fewer keys. */
export const narrowed = (table: SearchTable, width: number): SearchTable => ({
  ...table,
  width,
  turned: turnedBy(width, table.costs),
})

const turnedBy = (width: number, costs: SearchTable['costs']): SearchTable['turned'] =>
  eachOnce((layout) => new TurnedBeam(Math.ceil(Math.min(width, USUAL_WIDTH) * TURN_SHARE), costs[layout]))

/** Something for each layout, made when it is first asked for. */
const eachOnce = <Value>(make: (layout: Layout) => Value): Readonly<Record<Layout, Value>> => {
  const made = new Map<Layout, Value>()
  const of = (layout: Layout): Value => {
    if (!made.has(layout)) made.set(layout, make(layout))
    return made.get(layout) as Value
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
