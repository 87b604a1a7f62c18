import { Lexicon, type WordTree } from '../belief/substitution/lexicon.ts'
import type { WordList } from '../language/words/word-list.ts'

/** Words of a language, as a search for a substitution weighs them. */
export interface SubstitutionLexicon extends WordTree {
  /** SHA-256 of their file in hexadecimal, and where they have a say if not everywhere. */
  readonly id: string
}

/**
 * Prepares a list of words, for the option `lexicon` of any number of searches. The first text that it is asked about
 * works out a tree of its letters, some 3 MB for 20,000 words.
 *
 * @param options `spaceless`: for text without spaces alone; with them letters are final sooner, and more of them wrong
 * @example
 * import { loadWords } from '@runnel/decipher/ciphers'
 * import { createLexicon } from '@runnel/decipher/substitution'
 * import { englishKeyWords } from '@runnel/models/english-key-words'
 * const lexicon = createLexicon(await loadWords(englishKeyWords))
 */
export const createLexicon = (
  { id, words }: WordList,
  { spaceless = false }: { readonly spaceless?: boolean } = {},
): SubstitutionLexicon => {
  let tree: Lexicon | undefined
  return {
    id: spaceless ? `${id} spaceless` : id,
    unitsOf(text, letters, layout) {
      if (spaceless && layout === 'words') return 0
      tree ??= new Lexicon(words)
      return tree.unitsOf(text, letters, layout)
    },
  }
}
