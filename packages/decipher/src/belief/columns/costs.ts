import type { Counts } from '../../language/counts/counts.ts'
import { meanCounts } from '../../language/counts/mean-counts.ts'
import { type KnownCounts, underTokenizer } from '../../language/counts/under-tokenizer.ts'
import { MOST_COST, READ_A_STEP } from './constants.ts'
import type { CostReader } from './cost-reader.ts'
import { createCostOf } from './powers.ts'
import { createSpacelessReader } from './spaceless-reader.ts'
import { createUnspaced } from './unspaced.ts'

/** Costs of symbols by what came before them, in twelfths of a bit. */
export interface Costs {
  /** Token ids, with 0 for a symbol that is not known. */
  readonly vocabulary: number
  /** Of the last of four symbols, the ones before it known as far as they are not 0, `[id, id, id, id]`. */
  readonly table: Uint8Array
  /** Reads whole texts, by all that is known. */
  readonly reader: CostReader
}

/** Makes the costs of a language that has been counted, in text with its spaces or without. */
export const createCosts = (counts: Counts, spaced: boolean): Costs =>
  (spaced ? withSpaces : withoutSpaces)(counts)

const shared = new WeakMap<Counts, WeakMap<Counts, Shared>>()

/**
 * Gives the costs of a language, which all who ask share: each is worked out once, in 0.1 to 0.2 s.
 *
 * @param spaceless counts by which text without spaces is weighed, and by the mean of both text that has them; the same unless given
 */
export const sharedCosts = (counts: Counts, spaceless: Counts = counts): ((spaced: boolean) => Costs) => {
  const made = sharedBy(counts, spaceless)
  const own = (): KnownCounts => underTokenizer(spaceless, counts.tokenizer)
  return (spaced) => {
    if (!spaced) made.without ??= withoutSpaces(own())
    else made.spaced ??= withSpaces(spaceless === counts ? counts : meanCounts(counts, own()))
    return (spaced ? made.spaced : made.without) as Costs
  }
}

/** Costs that are shared, of two counts. */
interface Shared {
  spaced?: Costs
  without?: Costs
}

const sharedBy = (counts: Counts, spaceless: Counts): Shared => {
  const beside = shared.get(counts) ?? new WeakMap<Counts, Shared>()
  shared.set(counts, beside)
  const made = beside.get(spaceless) ?? {}
  beside.set(spaceless, made)
  return made
}

const withSpaces = (counts: KnownCounts): Costs => {
  const { vocabulary } = counts.tokenizer
  const costOf = createCostOf(MOST_COST)
  const rows: Uint8Array[] = []
  const probabilities = new Float32Array(vocabulary)
  const rowOf = (ids: ArrayLike<number>, length: number): Uint8Array => {
    const context = counts.contextOf(ids, length)
    const known = rows[context]
    if (known) return known
    counts.fill(context, probabilities, 0)
    const row = new Uint8Array(vocabulary)
    // Loops: `from` with a function takes three times as long.
    for (let id = 0; id < vocabulary; id++) row[id] = costOf(probabilities[id])
    rows[context] = row
    return row
  }
  const { depth } = counts
  const space = counts.tokenizer.idOf(0x20)
  const reader: CostReader<Uint8Array> = {
    work: 1 / READ_A_STEP,
    create() {
      const latest = new Uint8Array(depth)
      latest[depth - 1] = space
      return latest
    },
    copy(from, to) {
      for (let i = 0; i < depth; i++) to[i] = from[i]
    },
    read(id, latest) {
      const cost = rowOf(latest, depth)[id]
      for (let i = 1; i < depth; i++) latest[i - 1] = latest[i]
      latest[depth - 1] = id
      return cost
    },
  }
  return {
    vocabulary,
    table: tableOf(vocabulary, (before) => rowOf(before, 3)),
    reader: reader as CostReader,
  }
}

const withoutSpaces = (counts: KnownCounts): Costs => {
  const { vocabulary } = counts.tokenizer
  const costOf = createCostOf(MOST_COST)
  const read = createUnspaced(counts)
  const probabilities = new Float32Array(vocabulary)
  const row = new Uint8Array(vocabulary)
  const table = tableOf(vocabulary, (before) => {
    read(before, probabilities)
    for (let id = 0; id < vocabulary; id++) row[id] = costOf(probabilities[id])
    return row
  })
  return { vocabulary, table, reader: createSpacelessReader(counts) as CostReader }
}

/** A table of costs by the three symbols before, from a row for each three. */
const tableOf = (vocabulary: number, rowOf: (before: Uint8Array) => Uint8Array): Uint8Array => {
  const table = new Uint8Array(vocabulary ** 4)
  const before = new Uint8Array(3)
  for (let at = 0; at < table.length; at += vocabulary) {
    let left = at / vocabulary
    for (let i = 2; i >= 0; i--) {
      before[i] = left % vocabulary
      left = (left - before[i]) / vocabulary
    }
    // What is not known stands in front of all that is.
    const isReached = before[2] !== 0 ? before[1] !== 0 || before[0] === 0 : before[1] + before[0] === 0
    if (isReached) table.set(rowOf(before), at)
  }
  return table
}
