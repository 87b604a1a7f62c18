import { createDecipherer, loadCounts } from '@runnel/decipher'
import { createHomophonicSearch } from '@runnel/decipher/homophonic'
import { englishLetters } from '@runnel/models/english-letters'
import { englishWords } from '@runnel/models/english-words'
import { expect, test } from 'vitest'
import { followSymbols } from './follow-symbols.ts'
import * as zodiac from './zodiac-408.ts'

test('Zodiac 408 is read: at most 3 % of its letters wrong', async () => {
  const counts = { words: await loadCounts(englishWords), letters: await loadCounts(englishLetters) }
  const decipherer = createDecipherer({ cipher: createHomophonicSearch(counts) })
  const { wrong, found, finalsWrong } = followSymbols(decipherer, zodiac)
  expect(wrong).toBeLessThanOrEqual(0.03)
  expect(found).toBeLessThan(408)
  expect(finalsWrong).toBeLessThanOrEqual(0.01)
})
