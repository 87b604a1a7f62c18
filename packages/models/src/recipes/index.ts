import { caesar3Recipe } from './caesar-3.ts'
import { englishRecipe } from './english.ts'
import { europeanRecipe } from './european.ts'
import type { Recipe } from './recipe.ts'
import { shiftAnyRecipe } from './shift-any.ts'

export { type CountsOptions, type CountsRecipe, countsRecipes, type TextForm } from './counts.ts'
export { type IdentifyRecipe, identifyRecipe } from './identify.ts'
export { type KeyWordsRecipe, keyWordsRecipe } from './key-words.ts'
export type { KernelRecipe, Recipe, TensorflowRecipe } from './recipe.ts'

/** Every recipe, by the name of its model. */
export const recipes: () => Record<string, Recipe> = () => {
  const list: Recipe[] = [
    caesar3Recipe('caesar-3', 'deciphers Caesar, shift 3: the net of the assignment', 'one-hot', 'decipher'),
    caesar3Recipe(
      'caesar-3-scalar',
      'deciphers Caesar, shift 3, fed with ids as plain numbers',
      'scalar',
      'decipher',
    ),
    caesar3Recipe('caesar-3-encipher', 'enciphers with Caesar, shift 3', 'one-hot', 'encipher'),
    caesar3Recipe(
      'caesar-3-encipher-scalar',
      'enciphers with Caesar, shift 3, fed with ids as plain numbers',
      'scalar',
      'encipher',
    ),
    englishRecipe(),
    shiftAnyRecipe(),
    europeanRecipe(),
  ]
  return Object.fromEntries(list.map((recipe) => [recipe.config.name, recipe]))
}
