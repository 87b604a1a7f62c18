import { createAlphabet, LATIN } from '@runnel/core'
import type { CandidateKey, KeySpace } from '@runnel/decipher'

/** The cipher alphabet of a keyword: its letters, each once, then the others in order. */
export const keyedAlphabet = (keyword: string): string => [...new Set(keyword + LATIN)].join('')

/** The keyword cipher of puzzles, with a list of words of the letters a to z that may be the keyword. */
export const keywordSpace = (keywords: readonly string[]): KeySpace => ({
  name: 'keyword',
  alphabet: createAlphabet(LATIN),
  symbols: LATIN + LATIN.toUpperCase(),
  keys: keywords.map((keyword): CandidateKey => {
    const keyed = keyedAlphabet(keyword)
    const plaintext = Array.from(LATIN, (letter) => LATIN[keyed.indexOf(letter)]).join('')
    return { cipher: 'keyword', key: { keyword }, prior: 1, plaintext: plaintext + plaintext.toUpperCase() }
  }),
})
