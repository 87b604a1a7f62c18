import type { KeyWordsRecipe } from '@runnel/models/recipes'

/** The words that occur most often in a text, case folded, of letters a to z alone; of equals the first in the alphabet. */
export const commonWords = (
  text: string,
  { count, lengths: [shortest, longest] }: KeyWordsRecipe['options'],
): string[] => {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/(?<![\p{L}\p{N}'’])[a-z]+(?![\p{L}\p{N}'’])/gu)) {
    if (word.length >= shortest && word.length <= longest) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word)
}
