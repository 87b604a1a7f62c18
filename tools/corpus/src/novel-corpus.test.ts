import { expect, test } from 'vitest'
import { foldLetters } from './novel-corpus.ts'

test('letters are folded as people encipher them, signs as a typewriter has them', () => {
  expect(foldLetters('«Où est l’été?» – dit-il')).toBe('"Ou est l\'ete?" - dit-il')
  expect(foldLetters('Zażółć gęślą jaźń; mały Øyvind')).toBe('Zazolc gesla jazn; maly Oyvind')
  expect(foldLetters('e\u0301 co\u00adop')).toBe('e coop')
  expect(foldLetters('Τὸ φῶς μ᾽ ἀρέσει')).toBe("Το φωσ μ' αρεσει")
})
