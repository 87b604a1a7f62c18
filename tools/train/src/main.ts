import { setFlagsFromString } from 'node:v8'
import { run } from '@runnel/cli'
import { writeCorpus } from '@runnel/corpus'
import { countsRecipes, identifyRecipe, keyWordsRecipe, recipes } from '@runnel/models/recipes'
import { publishCounts } from './counts/publish-counts.ts'
import { publishIdentify } from './identify/publish-identify.ts'
import { publishKeyWords } from './key-words/publish-key-words.ts'
import { publishModel } from './publish-model.ts'

/*
 * npm run train -- NAME [options of `runnel train`]
 *
 * Runs the same command a user has, on the texts that the recipe names; a run that was not stopped
 * replaces the weights and the card in packages/models. `--texts FOLDER` says where novels lie. Counts have no other
 * options, and `identify` and `english-key-words` have none.
 */
const [name = '', ...rest] = process.argv.slice(2)
const names = [recipes(), countsRecipes()].flatMap((known) => Object.keys(known))
names.push(identifyRecipe().name, keyWordsRecipe().name)
const usage = [
  'npm run train -- NAME [options of `runnel train`] [--texts FOLDER]',
  '',
  `NAME is one of ${names.join(', ')}.`,
  'What ships is replaced where no other option is given; options of nets: npm run -s runnel -- train --help',
].join('\n')
if (name === '--help') {
  console.log(usage)
  process.exit(0)
}
if (!names.includes(name)) {
  console.error(`${usage}\n\nexpected one of these names, received "${name}"`)
  process.exit(2)
}
const at = rest.indexOf('--texts')
const texts = at === -1 ? undefined : rest.splice(at, 2)[1]
const folder = `.cache/train/${name}`

if (Object.hasOwn(countsRecipes(), name) && rest.length === 0) {
  console.error(await publishCounts(countsRecipes()[name], texts))
  process.exit(0)
}

if (name === identifyRecipe().name && rest.length === 0) {
  console.error(await publishIdentify(identifyRecipe()))
  process.exit(0)
}

if (name === keyWordsRecipe().name && rest.length === 0) {
  console.error(await publishKeyWords(keyWordsRecipe()))
  process.exit(0)
}

const recipe = recipes()[name]
const corpus = recipe
  ? [
      '--corpus',
      writeCorpus(recipe.corpus.train, texts),
      '--validation',
      writeCorpus(recipe.corpus.validate, texts),
    ]
  : ['--corpus', '-']
// Two vectors of the kernels at a time, where the processor has them: to the same bits.
setFlagsFromString('--experimental-wasm-revectorize')

const interrupt = new AbortController()
process.once('SIGINT', () => interrupt.abort())

process.exitCode = await run(['train', name, ...corpus, '--out', folder, ...rest], {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupt.signal,
})
if (process.exitCode === 0 && rest.length === 0 && !interrupt.signal.aborted) {
  await publishModel(name, folder)
  console.error(
    `packages/models: weights and card of ${name} replaced; npm run evaluate -- ${name} measures them`,
  )
}
