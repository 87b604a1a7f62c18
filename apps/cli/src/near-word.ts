/** Changes of a letter that make another spelling of a word: some of a person's slips, none of a text. */
const MOST = 2

/** The first of the words that a mistyped one may have meant, none where it is like none of them. */
export const nearWord = (word: string, words: readonly string[]): string | undefined =>
  words.find((known) => known.length > 2 * MOST && distance(word, known) <= MOST)

/** Letters to be put in, taken out or changed to make one word of another (Levenshtein 1966). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j] + 1, next[j - 1] + 1))
    }
    row = next
  }
  return row[b.length]
}
