/** Words in a row that two texts share only when one holds a piece of the other. */
export const SHARED_WORDS = 10

/** Words of a text as they are compared: lower case, letters alone. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? []

/** Words of a paragraph, whatever the marks between them: two paragraphs with the same are taken for one. */
export const sameness = (paragraph: string): string => wordsOf(paragraph).join(' ')

/**
 * Tells whether a paragraph shares `SHARED_WORDS` words in a row with a text. Holds a number of 52 bits for
 * each run of words in the text: of a million runs against ten million, two that differ have the same number
 * once in 450 corpora, and then a paragraph too many is left out.
 */
export const createOverlap = (text: string): ((paragraph: string) => boolean) => {
  const ids = new Map<string, number>()
  const words = wordsOf(text)
  for (const word of words) if (!ids.has(word)) ids.set(word, ids.size + 1)
  const idsOf = (of: readonly string[]): Int32Array => Int32Array.from(of, (word) => ids.get(word) ?? 0)
  const runs = new Set<number>()
  const textIds = idsOf(words)
  for (let i = 0; i + SHARED_WORDS <= textIds.length; i++) runs.add(numberOf(textIds, i))
  return (paragraph) => {
    const given = idsOf(wordsOf(paragraph))
    let known = 0
    for (let i = 0; i < given.length; i++) {
      known = given[i] === 0 ? 0 : known + 1
      if (known >= SHARED_WORDS && runs.has(numberOf(given, i + 1 - SHARED_WORDS))) return true
    }
    return false
  }
}

/** Two hashes of 26 bits each over the words from one place (FNV-1a, word by word, from two offsets). */
const numberOf = (ids: Int32Array, from: number): number => {
  let [high, low] = [0x811c9dc5, 0x3c6ef372]
  for (let i = from; i < from + SHARED_WORDS; i++) {
    high = Math.imul(high ^ ids[i], 0x01000193)
    low = Math.imul(low ^ ids[i], 0x5bd1e995)
    low ^= low >>> 15
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6)
}
