import { readFile, writeFile } from 'node:fs/promises'
import type { TrainingRecord } from '@runnel/cli'
import { modelCard } from './model-card.ts'

/** Puts what `runnel train` wrote to `folder` into packages/models, as a module and a model card. */
export const publishModel = async (name: string, folder: string): Promise<void> => {
  const bytes = await readFile(`${folder}/${name}.runnel`)
  const training: Omit<TrainingRecord, 'definition'> = JSON.parse(
    await readFile(`${folder}/training.json`, 'utf8'),
  )
  await writeFile(`packages/models/src/${name}.weights.ts`, weightsModule(name, bytes))
  await writeFile(`packages/models/cards/${name}.md`, await modelCard(name, bytes, training))
  if (training.recipe.trainer === 'kernels') {
    await writeFile(`packages/models/cards/${name}.svg`, await readFile(`${folder}/training.svg`))
  }
}

const weightsModule = (name: string, bytes: Uint8Array): string =>
  `import type { EmbeddedModel } from '@runnel/rnn-model'

/** Model file of ${name}; its card is cards/${name}.md. Made by \`npm run train -- ${name}\`: do not edit. */
export const ${camelCase(name)}: EmbeddedModel = {
  name: '${name}',
  base64:
    '${Buffer.from(bytes).toString('base64')}',
}
`

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
