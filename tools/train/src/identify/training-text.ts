import { readFile } from 'node:fs/promises'
import { writeCorpus } from '@runnel/corpus'
import type { IdentifyRecipe } from '@runnel/models/recipes'

/** The text that is trained on, and the end of another that is only validated on. */
export const trainingText = async ({
  corpus: { train, characters, validate },
  heldOut,
}: IdentifyRecipe): Promise<{ text: string; validation: string }> => {
  const texts = await Promise.all(train.map((name) => readFile(writeCorpus(name), 'utf8')))
  const divided = await readFile(writeCorpus(validate), 'utf8')
  const cut = Math.floor(divided.length * (1 - heldOut))
  return {
    text: [...texts.map((text) => text.slice(-characters)), divided.slice(0, cut)].join('\n'),
    validation: divided.slice(cut),
  }
}
