import { createTokenizer } from '@runnel/core'
import type { CountsDefinition } from '@runnel/decipher/counts'
import type { CountsRecipe } from '@runnel/models/recipes'
import { countContexts } from './count-contexts.ts'
import { growTree } from './grow-tree.ts'

/** Counts a text, smooths the counts, and keeps what is worth its place. The same text gives the same counts. */
export const trainCounts = (
  { name, tokenizer, options }: Omit<CountsRecipe, 'description' | 'corpus'>,
  text: string,
): CountsDefinition => {
  const { alphabet, ...classes } = tokenizer
  const table = countContexts(text, createTokenizer(alphabet, classes), options)
  return { name, tokenizer, ...growTree(table, options) }
}
