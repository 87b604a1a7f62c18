/** Counts of what has been deciphered. */
export interface Tally {
  /** Lines, which are those deciphered and those that failed. */
  messages: number
  deciphered: number
  letters: number
  /** Messages by the cipher that was found, `unknown` among them. */
  ciphers: Record<string, number>
  /** Messages that failed, by the code of their error. */
  failed: Record<string, number>
}

/** Counts of nothing. */
export const emptyTally = (): Tally => ({ messages: 0, deciphered: 0, letters: 0, ciphers: {}, failed: {} })

/** The sum of two tallies. */
export const addTallies = (a: Tally, b: Tally): Tally => ({
  messages: a.messages + b.messages,
  deciphered: a.deciphered + b.deciphered,
  letters: a.letters + b.letters,
  ciphers: addCounts(a.ciphers, b.ciphers),
  failed: addCounts(a.failed, b.failed),
})

const addCounts = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
  const sum = { ...a }
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
