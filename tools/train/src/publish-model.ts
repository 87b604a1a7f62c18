import { readFile, writeFile } from 'node:fs/promises'
import type { TrainingRecord } from '@runnel/cli'
import { modelCard } from './model-card.ts'
import { weightsModule } from './weights-module.ts'

/** Puts what `runnel train` wrote to `folder` into packages/models, as a module and a model card. */
export const publishModel = async (name: string, folder: string): Promise<void> => {
  const bytes = await readFile(`${folder}/${name}.runnel`)
  const training: Omit<TrainingRecord, 'definition'> = JSON.parse(
    await readFile(`${folder}/training.json`, 'utf8'),
  )
  await writeFile(`packages/models/src/${name}.weights.ts`, weightsModule(name, 'Model file', bytes))
  await writeFile(`packages/models/cards/${name}.md`, await modelCard(name, bytes, training))
  if (training.recipe.trainer === 'kernels') {
    await writeFile(`packages/models/cards/${name}.svg`, await readFile(`${folder}/training.svg`))
  }
}
