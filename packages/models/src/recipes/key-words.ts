/** Recipe of a list of words that keys are likely to be. No random number has a part in it. */
export interface KeyWordsRecipe {
  name: string
  /** One sentence for lists. */
  description: string
  /** Name of the text in `tools/corpus`. */
  corpus: string
  options: {
    /** Words that are kept, the commonest. */
    count: number
    /** Letters of a word. */
    lengths: readonly [shortest: number, longest: number]
  }
}

/** The recipe of `english-key-words`. */
export const keyWordsRecipe = (): KeyWordsRecipe => ({
  name: 'english-key-words',
  description: 'common English words, which keys that repeat are likely to be',
  corpus: 'english',
  options: { count: 20_000, lengths: [3, 20] },
})
