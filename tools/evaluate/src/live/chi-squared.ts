import { createCaesar, LATIN } from '@runnel/core'
import type { Contender } from './contender.ts'
import { meaningOf } from './streams.ts'

/**
 * The way of usual tools: tries the 26 shifts and takes the one whose letters are most like English by
 * χ² = Σ (observed - expected)² / expected, with the letter frequencies of a text given.
 */
export const chiSquared = (text: string): Contender => {
  const caesar = createCaesar()
  const share = countLetters(text)
  const total = share.reduce((sum, count) => sum + count, 0)
  const meanings = Array.from(LATIN, (_, shift) => meaningOf('caesar', { shift }))
  return {
    name: 'chi-squared trial of 26 shifts',
    start() {
      const counts = new Array<number>(26).fill(0)
      let letters = 0
      let best = 0
      return (unit) => {
        const index = caesar.alphabet.indexOf(unit.charCodeAt(0))
        if (index === -1) return meanings[best]
        counts[index]++
        letters++
        const scores = meanings.map((_, shift) => {
          let score = 0
          for (let plain = 0; plain < 26; plain++) {
            const expected = (letters * share[plain]) / total
            score += (counts[(plain + shift) % 26] - expected) ** 2 / expected
          }
          return score
        })
        best = scores.indexOf(Math.min(...scores))
        return meanings[best]
      }
    },
  }
}

const countLetters = (text: string): number[] => {
  const { indexOf } = createCaesar().alphabet
  // From 1, so that a letter that a text lacks is not impossible.
  const counts = new Array<number>(26).fill(1)
  for (let i = 0; i < text.length; i++) {
    const index = indexOf(text.charCodeAt(i))
    if (index !== -1) counts[index]++
  }
  return counts
}
