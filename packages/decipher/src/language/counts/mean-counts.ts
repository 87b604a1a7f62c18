import type { KnownCounts } from './under-tokenizer.ts'

/** A factor that tells the contexts of two counts apart as one number: more than either has. */
const APART = 2 ** 26

/** The mean of two counts of the same token ids, which knows more than either of them. */
export const meanCounts = (one: KnownCounts, other: KnownCounts): KnownCounts => {
  const contexts = new Map<number, number>()
  /** Of each context of both those of each. */
  const ones: number[] = []
  const others: number[] = []
  const probabilityOf = (id: number, context: number): number =>
    (one.probabilityOf(id, ones[context]) + other.probabilityOf(id, others[context])) / 2
  return {
    tokenizer: one.tokenizer,
    depth: Math.max(one.depth, other.depth),
    contextOf(ids, length) {
      const [own, beside] = [one.contextOf(ids, length), other.contextOf(ids, length)]
      const both = own * APART + beside
      const known = contexts.get(both)
      if (known !== undefined) return known
      contexts.set(both, ones.length)
      ones.push(own)
      return others.push(beside) - 1
    },
    probabilityOf,
    fill(context, out, at) {
      for (let id = 1; id < one.tokenizer.vocabulary; id++) out[at + id] = probabilityOf(id, context)
    },
  }
}
