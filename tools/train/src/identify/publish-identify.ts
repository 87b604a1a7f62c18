import { writeFile } from 'node:fs/promises'
import { decodeIdentifyModel, encodeIdentifyModel } from '@runnel/decipher/identify'
import type { IdentifyRecipe } from '@runnel/models/recipes'
import { weightsModule } from '../weights-module.ts'
import { countGains } from './count-gains.ts'
import { makeExamples } from './examples.ts'
import { identifyCard, type Validated } from './identify-card.ts'
import { learn, shareRight } from './learn.ts'
import { trainingText } from './training-text.ts'

/** Letters of the texts that are validated on, and how many of each kind. */
const VALIDATED = { lengths: [25, 50, 100, 200], count: 100 } as const

/** Learns from the recipe, and puts it into packages/models, as a module and a card. @returns a line that says so */
export const publishIdentify = async (recipe: IdentifyRecipe): Promise<string> => {
  const { name, options } = recipe
  const { text, validation } = await trainingText(recipe)
  const began = performance.now()
  const english = countGains(text)
  const examples = makeExamples(text, english, options)
  const classifier = learn(examples, options, (epoch, net) => {
    const { first } = shareRight(examples, net)
    console.error(`epoch ${epoch}: ${(100 * first).toFixed(2)} % of the training texts right`)
  })
  const bytes = await encodeIdentifyModel(name, { english, classifier })
  const seconds = (performance.now() - began) / 1000
  // The file holds rounded numbers: these are validated.
  const model = await decodeIdentifyModel(bytes)
  const validated: Validated[] = VALIDATED.lengths.map((letters) => ({
    letters,
    ...shareRight(
      makeExamples(validation, model.english, {
        count: VALIDATED.count,
        lengths: [letters, letters],
        seed: options.seed + letters,
      }),
      model.classifier,
    ),
  }))
  const card = identifyCard(
    { recipe, text, validation, seconds, validated, count: VALIDATED.count },
    model,
    bytes,
  )
  await writeFile(`packages/models/src/${name}.weights.ts`, weightsModule(name, 'Kinds and weights', bytes))
  await writeFile(`packages/models/cards/${name}.md`, card)
  return `packages/models: ${name} and its card replaced; npm run evaluate -- identify measures them`
}
