/** Words in a row that two texts share only when one holds a piece of the other. */
export const SHARED_WORDS = 10

/** Words of a text as they are compared: lower case, letters alone. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? []

/** What makes two paragraphs the same: their words, whatever the marks between them. */
export const sameness = (paragraph: string): string => wordsOf(paragraph).join(' ')

/**
 * Tells whether a paragraph shares `SHARED_WORDS` words in a row with a text. Holds a set of every such
 * run in the text: about 100 bytes a word.
 */
export const createOverlap = (text: string): ((paragraph: string) => boolean) => {
  const runs = new Set(runsOf(text))
  return (paragraph) => runsOf(paragraph).some((run) => runs.has(run))
}

const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return Array.from({ length: Math.max(words.length - SHARED_WORDS + 1, 0) }, (_, i) =>
    words.slice(i, i + SHARED_WORDS).join(' '),
  )
}
