import type { KnownCounts } from '../../language/counts/under-tokenizer.ts'

/**
 * Probabilities of symbols in text whose spaces were left out, from counts of text that has them: before each symbol and
 * between those it follows a space may have stood, or not, each as likely as the counts say.
 *
 * @returns fills `out` with the probability of each symbol after three others, 0 for one that is not known
 */
export const createUnspaced = (
  counts: KnownCounts,
): ((before: ArrayLike<number>, out: Float32Array) => void) => {
  const { vocabulary, idOf } = counts.tokenizer
  const space = idOf(0x20)
  const ids = new Uint8Array(8)
  const row = new Float32Array(vocabulary)
  let out: Float32Array = new Float32Array(0)
  let before: ArrayLike<number> = []
  /** Reads on with the symbol at `next`, after the first `length` of `ids`, whose weight so far is given. */
  const readOn = (next: number, length: number, weight: number): void => {
    const context = counts.contextOf(ids, length)
    const isSpaced = ids[length - 1] === space
    const spaced = isSpaced ? 0 : counts.probabilityOf(space, context)
    if (next === 3) {
      counts.fill(context, row, 0)
      for (let id = 1; id < vocabulary; id++) if (id !== space) out[id] += weight * row[id]
    } else {
      ids[length] = before[next]
      readOn(next + 1, length + 1, weight * counts.probabilityOf(before[next], context))
    }
    if (isSpaced) return
    ids[length] = space
    readOn(next, length + 1, weight * spaced)
  }
  return (symbols, result) => {
    before = symbols
    out = result.fill(0)
    let first = 0
    while (first < 3 && symbols[first] === 0) first++
    if (first < 3) ids[0] = symbols[first]
    readOn(Math.min(3, first + 1), first < 3 ? 1 : 0, 1)
    let total = 0
    for (let id = 0; id < vocabulary; id++) total += out[id]
    for (let id = 1; id < vocabulary; id++) out[id] /= total
  }
}
