import { createTokenizer } from '@runnel/core'
import { sealFile } from '@runnel/rnn-model'
import { KIND, STEPS } from './constants.ts'
import type { ContextNode, CountsDefinition } from './counts.ts'
import { deflate } from './deflate.ts'
import { idsByLevel } from './ids-by-level.ts'

/**
 * Writes counts as a file (docs/model-format.md): contexts by their length, and of those of a length first which there
 * are, then which symbols are exceptions, then by how much: alike numbers lie together, and are deflated.
 */
export const encodeCounts = async ({
  name,
  tokenizer,
  levels,
  root,
}: CountsDefinition): Promise<Uint8Array> => {
  const { alphabet, ...classes } = tokenizer
  createTokenizer(alphabet, classes)
  const order = idsByLevel(levels)
  const ranks = new Map(Array.from(order, (id, rank) => [id, rank + 1]))
  const bytes = [...levels]
  let [contexts, rows, depth] = [1, 1, 0]
  let nodes: ContextNode[] = [root]
  for (;;) {
    for (const { longer } of nodes) list(bytes, ascending(longer.keys()))
    nodes = nodes.flatMap(({ longer }) => ascending(longer.keys()).map((id) => longer.get(id) as ContextNode))
    if (nodes.length === 0) break
    depth++
    contexts += nodes.length
    const byRank = nodes.map(({ exceptions }) =>
      [...exceptions].map(([id, steps]) => [ranks.get(id) ?? 0, steps]).sort(([a], [b]) => a - b),
    )
    for (const exceptions of byRank)
      list(
        bytes,
        exceptions.map(([rank]) => rank),
      )
    for (const [, steps] of byRank.flat()) {
      if (!STEPS[Math.abs(steps) - 1]) throw new RangeError(`no step ${steps}`)
      bytes.push(2 * Math.abs(steps) + (steps < 0 ? 1 : 0))
    }
    rows += byRank.filter(({ length }) => length > 0).length
  }
  const header = { name, tokenizer, depth, contexts, rows, length: bytes.length }
  return sealFile(KIND.magic, KIND.versions[0], header, await deflate(Uint8Array.from(bytes)))
}

/** Writes ascending numbers from 1 on as the gaps between them; 0 ends them. */
const list = (bytes: number[], numbers: readonly number[]): void => {
  let before = 0
  for (const number of numbers) {
    bytes.push(number - before)
    before = number
  }
  bytes.push(0)
}

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b)
