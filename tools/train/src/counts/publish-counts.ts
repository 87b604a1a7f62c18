import { readFile, writeFile } from 'node:fs/promises'
import { writeCorpus } from '@runnel/corpus'
import { encodeCounts, loadCounts } from '@runnel/decipher/counts'
import type { CountsRecipe } from '@runnel/models/recipes'
import { weightsModule } from '../weights-module.ts'
import { countsCard } from './counts-card.ts'
import { inForm } from './in-form.ts'
import { trainCounts } from './train-counts.ts'

/**
 * Counts from their recipe, and puts them into packages/models, as a module and a card.
 *
 * @param texts folder of novels, for recipes that learn from them
 * @returns a line that says so
 */
export const publishCounts = async (recipe: CountsRecipe, texts?: string): Promise<string> => {
  const { name, corpus } = recipe
  const text = inForm(await readFile(writeCorpus(corpus.train, texts), 'utf8'), recipe)
  const validation = inForm(await readFile(writeCorpus(corpus.validate, texts), 'utf8'), recipe)
  const began = performance.now()
  const bytes = await encodeCounts(trainCounts(recipe, text))
  const training = { recipe, text, validation, seconds: (performance.now() - began) / 1000 }
  await writeFile(`packages/models/src/${name}.weights.ts`, weightsModule(name, 'Counts', bytes))
  await writeFile(`packages/models/cards/${name}.md`, countsCard(training, await loadCounts(bytes), bytes))
  return `packages/models: ${name} and its card replaced; npm run evaluate -- ${suiteOf(recipe)} measures them`
}

/** The suite that measures counts. */
const suiteOf = ({ name, form }: CountsRecipe): string => {
  if (form !== undefined) return 'substitution'
  return name === 'english-counts' ? 'live' : 'languages'
}
