/**
 * Counts each run of symbols, for every length from 1 to `order`: `counts[k - 1]` has one count
 * for each run of k, at the number that its symbols spell in base `symbols`, the earliest first.
 */
export const countNgrams = (text: ArrayLike<number>, symbols: number, order: number): Uint32Array[] => {
  const counts = Array.from({ length: order }, (_, k) => new Uint32Array(symbols ** (k + 1)))
  let run = 0
  for (let i = 0; i < text.length; i++) {
    run = (run * symbols + text[i]) % symbols ** order
    for (let k = 0; k < order && k <= i; k++) counts[k][run % counts[k].length]++
  }
  return counts
}

/** Counts the different symbols that precede each run. */
export const countContinuations = (longer: Uint32Array, symbols: number): Uint32Array => {
  const continuations = new Uint32Array(longer.length / symbols)
  for (let run = 0; run < longer.length; run++) {
    if (longer[run] > 0) continuations[run % continuations.length]++
  }
  return continuations
}
