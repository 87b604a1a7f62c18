import type { Tokenizer } from '@runnel/core'
import type { Counts } from './counts.ts'

/** The part of counts that foretells symbols. */
export type KnownCounts = Pick<Counts, 'tokenizer' | 'depth' | 'contextOf' | 'probabilityOf' | 'fill'>

/**
 * Counts by the token ids of another tokenizer: of a symbol that they do not tell apart, those of the one it is among them. One
 * that they do not know has no probability, and nothing before it says anything.
 */
export const underTokenizer = (counts: KnownCounts, tokenizer: Tokenizer): KnownCounts => {
  if (counts.tokenizer === tokenizer) return counts
  const { vocabulary } = tokenizer
  const own = Uint8Array.from({ length: vocabulary }, (_, id) =>
    id === 0 ? 0 : Math.max(0, counts.tokenizer.idOf(tokenizer.decode([id]).charCodeAt(0))),
  )
  const before = new Uint8Array(counts.depth)
  return {
    tokenizer,
    depth: counts.depth,
    contextOf(ids, length) {
      const known = Math.min(length, before.length)
      for (let i = 0; i < known; i++) before[i] = own[ids[length - known + i]]
      return counts.contextOf(before, known)
    },
    probabilityOf: (id, context) => counts.probabilityOf(own[id], context),
    fill(context, out, at) {
      for (let id = 1; id < vocabulary; id++) out[at + id] = counts.probabilityOf(own[id], context)
    },
  }
}
