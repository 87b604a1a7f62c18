import { LATIN } from '@runnel/core'
import { foldLetters } from '@runnel/corpus'
import type { CountsRecipe } from '@runnel/models/recipes'

/** A text in the form that it is counted in. */
export const inForm = (
  text: string,
  { form, tokenizer }: Pick<CountsRecipe, 'form' | 'tokenizer'>,
): string => {
  if (form === undefined) return text
  const letters = tokenizer.alphabet.replace(/[^\p{L}]/gu, '')
  const written = text.toLowerCase().replace(/['’]/g, '')
  // As Russian is written more often than not.
  const folded = letters.includes('ё') ? written : written.replaceAll('ё', 'е')
  const counted = letters === LATIN ? folded : withoutOthers(foldLetters(folded, letters), letters)
  const words = counted.replace(new RegExp(`[^${letters}]+`, 'g'), ' ')
  return form === 'words' ? words : words.replaceAll(' ', '')
}

/** Text without the words that have letters of another kind. */
const withoutOthers = (text: string, letters: string): string =>
  text.replace(/\p{L}+/gu, (word) => ([...word].every((letter) => letters.includes(letter)) ? word : ' '))
