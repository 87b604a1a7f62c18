import type { Tokenizer } from '@runnel/core'
import type { CountsOptions } from '@runnel/models/recipes'

/**
 * Counts of each symbol after each context, `[context, symbol]` for each length of a context: a context is the number
 * that its symbols spell, the earliest first. Symbols are ids less one. Those of the greatest length begin with a
 * space, which is left out of the number.
 */
export interface ContextCounts {
  readonly symbols: number
  readonly space: number
  readonly counts: readonly Float32Array[]
  /** The text as it is written, in symbols. */
  readonly text: Uint8Array
}

/** Counts a text as it is written, and, weighing less, without spaces, from each word on and from each letter on. */
export const countContexts = (
  text: string,
  tokenizer: Tokenizer,
  { depth, spaceless }: Pick<CountsOptions, 'depth' | 'spaceless'>,
): ContextCounts => {
  const symbols = tokenizer.vocabulary - 1
  const space = tokenizer.idOf(0x20) - 1
  const counts = Array.from(
    { length: depth + 1 },
    (_, length) => new Float32Array(symbols ** Math.min(length + 1, depth)),
  )
  const run = Uint8Array.from(tokenizer.encode(text), (id) => id - 1)
  const table: ContextCounts = { symbols, space, counts, text: run }
  countRun(table, run, 1)
  if (spaceless === 0) return table
  const { kept, starts } = withoutSpaces(run, table, tokenizer)
  countRun(table, kept, spaceless)
  countBeginnings(table, kept, starts, spaceless)
  return table
}

const countRun = ({ counts, symbols, space }: ContextCounts, run: Uint8Array, weight: number): void => {
  const depth = counts.length - 1
  let latest = 0
  for (let i = 0; i < run.length; i++) {
    latest = (latest * symbols + run[i]) % symbols ** depth
    for (let length = 0; length < depth && length <= i; length++) {
      counts[length][latest % symbols ** (length + 1)] += weight
    }
    if (i >= depth && run[i - depth] === space) counts[depth][latest] += weight
  }
}

/** Counts a space and then letters, at each place where a word begins. */
const countBeginnings = (
  { counts, symbols, space }: ContextCounts,
  run: Uint8Array,
  starts: Uint8Array,
  weight: number,
): void => {
  const depth = counts.length - 1
  for (let from = 0; from + depth <= run.length; from++) {
    if (starts[from] === 0) continue
    let letters = 0
    for (let length = 1; length <= depth; length++) {
      letters = letters * symbols + run[from + length - 1]
      counts[length][length === depth ? letters : space * symbols ** length + letters] += weight
    }
  }
}

/** Letters and digits alone, and which of them begin a word. */
const withoutSpaces = (
  run: Uint8Array,
  { symbols, space }: ContextCounts,
  { alphabet, options }: Tokenizer,
): { kept: Uint8Array; starts: Uint8Array } => {
  const isKept = Array.from({ length: symbols }, (_, symbol) => {
    return /\p{L}/u.test(alphabet[symbol]) || alphabet[symbol] === options.digit
  })
  const kept = new Uint8Array(run.length)
  const starts = new Uint8Array(run.length)
  let length = 0
  for (let i = 0; i < run.length; i++) {
    if (!isKept[run[i]]) continue
    kept[length] = run[i]
    starts[length] = i > 0 && run[i - 1] === space ? 1 : 0
    length++
  }
  return { kept: kept.subarray(0, length), starts: starts.subarray(0, length) }
}
