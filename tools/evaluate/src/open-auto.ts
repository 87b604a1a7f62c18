import { loadCounts } from '@runnel/decipher'
import { createAuto } from '@runnel/decipher/auto'
import { keyFinders } from '@runnel/decipher/ciphers'
import { createSubstitutionSearch } from '@runnel/decipher/substitution'
import { englishLetters } from '@runnel/models/english-letters'
import { englishWords } from '@runnel/models/english-words'

/** Ciphers that the command line seeks where none is named, besides those whose keys it lists. */
export const soughtBeyond = ['vigenere', 'beaufort', 'substitution'] as const

/** All that the command line weighs and seeks where no cipher is named. */
export const openAuto = async (): Promise<ReturnType<typeof createAuto>> => {
  const [words, letters] = await Promise.all([loadCounts(englishWords), loadCounts(englishLetters)])
  const substitution = createSubstitutionSearch({ words, letters })
  return createAuto({
    beyond: soughtBeyond.map((name) => (name === 'substitution' ? substitution : keyFinders[name]())),
  })
}
