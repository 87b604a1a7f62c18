import { type ContextNode, LEVELS_A_BIT, STEPS } from '@runnel/decipher/counts'
import type { CountsOptions } from '@runnel/models/recipes'
import { chooseExceptions, createRounding, type Row, rowOf } from './choose-exceptions.ts'
import type { ContextCounts } from './count-contexts.ts'
import { growLongest, sortRuns } from './grow-longest.ts'
import { shorterContext, smoothCounts } from './smooth-counts.ts'

/** A context while the tree grows. */
interface Node {
  readonly exceptions: Map<number, number>
  readonly longer: Map<number, Node>
}

/** Bits that a symbol may be cheaper at the most: spares contexts that are too rare to be worth an exception. */
const MOST_SAVED = 20

/** Grows the tree of contexts from the empty one, those of a length after all that are shorter. */
export const growTree = (
  table: ContextCounts,
  options: CountsOptions,
): { levels: Uint8Array; root: ContextNode } => {
  const { counts, symbols, space } = table
  const depth = counts.length - 1
  const probabilities = smoothCounts(table, options.smoothing)
  const first = Array.from(probabilities[0], (p) => Math.min(255, Math.round(-LEVELS_A_BIT * Math.log2(p))))
  const root: Node = { exceptions: new Map(), longer: new Map() }
  const [fine, coarse] = [STEPS, STEPS.filter((step) => step % 2 === 0)].map(createRounding)
  let shorter: Row[] = [rowOf(first)]
  const isLongestCounted = options.kept === depth
  for (let length = 1; length <= (isLongestCounted ? depth - 1 : (options.kept ?? depth)); length++) {
    const rows: Row[] = []
    const size = counts[length].length / symbols
    for (let context = 0; context < size; context++) {
      const row = shorter[shorterContext(table, context, length)]
      rows.push(row)
      const from = context * symbols
      const total = counts[length].subarray(from, from + symbols).reduce((sum, count) => sum + count, 0)
      const beginsWord = length === depth || Math.floor(context / symbols ** (length - 1)) === space
      const weight = total * (beginsWord ? options.beginnings : 1)
      if (weight * MOST_SAVED <= options.price) continue
      const candidate = {
        probabilities: probabilities[length].subarray(from, from + symbols),
        weight,
        price: options.price,
        toSteps: length >= options.coarseFrom ? coarse : fine,
      }
      const chosen = chooseExceptions(candidate, row)
      if (!chosen) continue
      rows[context] = chosen.row
      const { exceptions } = nodeOf(root, contextSymbols(table, context, length))
      for (const [symbol, steps] of chosen.steps) exceptions.set(symbol + 1, steps)
    }
    shorter = rows
  }
  if (isLongestCounted) {
    const longest = {
      runs: sortRuns(table.text, symbols, depth + 1),
      symbols,
      shorter,
      probabilities: probabilities[depth - 1],
    }
    growLongest(longest, options, coarse, (context, steps) => {
      const { exceptions } = nodeOf(root, symbolsOf(context, symbols, depth))
      for (const [symbol, number] of steps) exceptions.set(symbol + 1, number)
    })
  }
  return { levels: Uint8Array.from(first), root }
}

/** Symbols of a context, the latest first. */
const contextSymbols = (
  { counts, symbols, space }: ContextCounts,
  context: number,
  length: number,
): number[] =>
  length === counts.length - 1
    ? [...symbolsOf(context, symbols, length - 1), space]
    : symbolsOf(context, symbols, length)

/** So many symbols that a number spells, the latest first. */
const symbolsOf = (context: number, symbols: number, length: number): number[] => {
  let rest = context
  return Array.from({ length }, () => {
    const symbol = rest % symbols
    rest = Math.floor(rest / symbols)
    return symbol
  })
}

/** The node of a context, made where there is none, with those on the way. */
const nodeOf = (root: Node, latestFirst: readonly number[]): Node => {
  let node = root
  for (const symbol of latestFirst) {
    const known = node.longer.get(symbol + 1)
    const next: Node = known ?? { exceptions: new Map(), longer: new Map() }
    if (!known) node.longer.set(symbol + 1, next)
    node = next
  }
  return node
}
