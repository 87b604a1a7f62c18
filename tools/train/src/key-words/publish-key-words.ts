import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { writeCorpus } from '@runnel/corpus'
import { encodeWords, loadWords } from '@runnel/decipher/ciphers'
import type { KeyWordsRecipe } from '@runnel/models/recipes'
import { count, textOf } from '../model-card.ts'
import { weightsModule } from '../weights-module.ts'
import { commonWords } from './common-words.ts'

/** Counts words from the recipe, and puts them into packages/models, as a module and a card. @returns a line that says so */
export const publishKeyWords = async (recipe: KeyWordsRecipe): Promise<string> => {
  const { name, corpus, options } = recipe
  const text = await readFile(writeCorpus(corpus), 'utf8')
  const bytes = await encodeWords(name, commonWords(text, options))
  await writeFile(`packages/models/src/${name}.weights.ts`, weightsModule(name, 'Words', bytes))
  await writeFile(`packages/models/cards/${name}.md`, await cardOf(recipe, text, bytes))
  return `packages/models: ${name} and its card replaced; npm run evaluate -- periodic --only word measures them`
}

const cardOf = async (
  { name, description, corpus, options }: KeyWordsRecipe,
  text: string,
  bytes: Uint8Array,
): Promise<string> => {
  const { words, id } = await loadWords(bytes)
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const [shortest, longest] = options.lengths
  return `# ${name}

${description[0].toUpperCase()}${description.slice(1)}.

| | |
|---|---|
| Task | say which keys are likelier than others |
| Words | ${count(words.length)} of ${shortest} to ${longest} letters a to z, each as likely as another ([docs/model-format.md](../../../docs/model-format.md#word-lists)) |
| Counted in | ${textOf(corpus)}; ${count(text.length)} characters; sha256 \`${digest}…\` |
| Recipe | \`packages/models/src/recipes\`: the words that occur most often, of equals the first in the alphabet |
| File | ${count(bytes.length)} bytes, sha256 \`${id}\` |
| Licence | MIT |

Again from nothing: \`npm run train -- ${name}\`.

**Limits.** English, from older and technical prose; names and words of abuse are not sorted out. A key of two words is none of
the list.
`
}
