import type { Counts } from '../../language/counts/counts.ts'
import { meanCounts } from '../../language/counts/mean-counts.ts'
import { type KnownCounts, underTokenizer } from '../../language/counts/under-tokenizer.ts'
import { MOST_COST, READ_A_STEP } from './constants.ts'
import type { CostReader } from './cost-reader.ts'
import { createCostOf } from './powers.ts'
import { rememberContexts } from './remembered-contexts.ts'
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

/** Latest token ids, a byte each: the latest four, the latest lowest, and those before them. */
interface Latest {
  low: number
  high: number
}

const withSpaces = (counts: KnownCounts): Costs => {
  const { vocabulary } = counts.tokenizer
  const costOf = createCostOf(MOST_COST)
  const rows: Uint8Array[] = []
  const probabilities = new Float32Array(vocabulary)
  const rowOf = (context: number): Uint8Array => rows[context] ?? fillRow(context)
  const fillRow = (context: number): Uint8Array => {
    counts.fill(context, probabilities, 0)
    const row = new Uint8Array(vocabulary)
    // Loops: `from` with a function takes three times as long.
    for (let id = 0; id < vocabulary; id++) row[id] = costOf(probabilities[id])
    rows[context] = row
    return row
  }
  const space = counts.tokenizer.idOf(0x20)
  const { known, placeOf, lowBits, highBits } = rememberContexts(counts)
  const reader: CostReader<Latest> = {
    work: 1 / READ_A_STEP,
    create: () => ({ low: space, high: 0 }),
    copy(from, to) {
      to.low = from.low
      to.high = from.high
    },
    read(id, latest) {
      const { low, high } = latest
      latest.low = ((low << 8) | id) & lowBits
      latest.high = ((high << 8) | (low >>> 24)) & highBits
      return rowOf(known[placeOf(high, low)])[id]
    },
  }
  return {
    vocabulary,
    table: tableOf(vocabulary, (before) => rowOf(counts.contextOf(before, 3))),
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
