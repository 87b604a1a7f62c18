import type { Counts } from '@runnel/decipher/counts'

/** Bits a symbol that counts take for a text that they have not seen. */
export const heldOutBits = (counts: Counts, text: string): number => {
  const ids = counts.tokenizer.encode(text)
  let bits = 0
  for (let i = counts.depth; i < ids.length; i++) {
    const context = counts.contextOf(ids.subarray(i - counts.depth, i), counts.depth)
    bits -= Math.log2(counts.probabilityOf(ids[i], context))
  }
  return bits / (ids.length - counts.depth)
}
