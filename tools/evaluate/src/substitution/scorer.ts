import type { Counts } from '@runnel/decipher'

const [SPACE, SYMBOLS, DEPTH] = [26, 27, 4]

/** Bits of each symbol after the four before it, by counts: what the solvers of whole texts score with. */
export interface Scorer {
  /** Bits of a text of symbols, 0 to 25 and 26 for a space, whose letters a key reads. */
  bits(text: Uint8Array, key: Uint8Array): number
}

/** Makes the scorer of counts, from a table of 27^5. */
export const createScorer = (counts: Counts): Scorer => {
  const ids = Uint8Array.from({ length: SYMBOLS }, (_, symbol) =>
    counts.tokenizer.idOf(symbol === SPACE ? 0x20 : 0x61 + symbol),
  )
  const costs = new Float32Array(SYMBOLS ** (DEPTH + 1))
  const before = new Uint8Array(DEPTH)
  for (let context = 0; context < SYMBOLS ** DEPTH; context++) {
    for (let i = 0, rest = context; i < DEPTH; i++, rest = Math.floor(rest / SYMBOLS)) {
      before[DEPTH - 1 - i] = ids[rest % SYMBOLS]
    }
    const row = counts.contextOf(before, DEPTH)
    for (let symbol = 0; symbol < SYMBOLS; symbol++) {
      costs[context * SYMBOLS + symbol] = Math.min(12, -Math.log2(counts.probabilityOf(ids[symbol], row)))
    }
  }
  return {
    bits(text, key) {
      let [number, bits] = [costs.length - 1, 0]
      for (const symbol of text) {
        number = ((number % SYMBOLS ** DEPTH) * SYMBOLS + (symbol === SPACE ? SPACE : key[symbol])) | 0
        bits += costs[number]
      }
      return bits
    },
  }
}
