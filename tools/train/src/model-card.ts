import type { TrainingRecord } from '@runnel/cli'
import { sources } from '@runnel/corpus'
import type { Recipe } from '@runnel/models/recipes'
import { decodeModel, type Task } from '@runnel/rnn-model'

/** Words of a card about the task of a net. */
const wordsOf = (
  task: Task,
  corpus: string,
): { task: string; outputs: string; suite: string; limits: string } => {
  if (task.kind === 'transduce') {
    return {
      task: `${task.direction} ${task.cipher}, key ${JSON.stringify(task.key)}, character by character`,
      outputs: 'vocabulary',
      suite: 'caesar-3',
      limits:
        'It knows one key only. Text under any other key comes out wrong, and the net cannot tell. Letters\noutside a–z pass unchanged.',
    }
  }
  if (task.kind === 'language' && corpus === 'european') {
    return {
      task: 'predict the next symbol of text in thirteen European languages',
      outputs: 'vocabulary',
      suite: 'languages-bits',
      limits:
        'German, French, Spanish, Italian, Portuguese, Polish, Czech, Swedish, Norwegian, Hungarian, Romanian, Slovenian and\nEnglish, case folded, letters with diacritics read as their base letters. It learned from novels of 1840 to 1920, but for\nhalf of its English; other languages surprise it.',
    }
  }
  if (task.kind === 'language') {
    return {
      task: 'predict the next symbol of English text',
      outputs: 'vocabulary',
      suite: 'english',
      limits:
        'English only, case folded, letters outside a–z read as “anything else”. It learned from older and technical\nprose more than from present-day speech; names, numbers and other languages surprise it.',
    }
  }
  return {
    task: `say under which of ${task.keys} keys of ${task.cipher} each letter stands`,
    outputs: 'keys',
    suite: 'shift-any',
    limits:
      'English only. Its first letters are guesses: the evaluation says how many are right after how many letters.\nLetters outside a–z pass unchanged.',
  }
}

/** The model card: data, licence, size, seed, time, figures, limits. */
export const modelCard = async (
  name: string,
  bytes: Uint8Array,
  training: Omit<TrainingRecord, 'definition'>,
): Promise<string> => {
  const { recipe, history, characters, seconds, text, validation } = training
  const { config, sha256 } = await decodeModel(bytes)
  const { layers, tokenizer } = config
  const words = wordsOf(config.task, recipe.corpus.train)
  const [novels, page] =
    recipe.corpus.train === 'european' ? [' --texts FOLDER', 'languages.md'] : ['', 'evaluation.md']
  const best = history.reduce((a, b) => (b.validationLoss < a.validationLoss ? b : a))
  const curve =
    recipe.trainer === 'kernels' ? `\n![Bits a character against characters read](${name}.svg)\n` : ''
  return `# ${name}

${recipe.description[0].toUpperCase()}${recipe.description.slice(1)}.

| | |
|---|---|
| Task | ${words.task} |
| Net | ${layers.map(({ cell, units }) => `${cell}, ${units} units`).join('; ')}; then a softmax over the ${words.outputs} at each time step |
| Input | ${config.input === 'scalar' ? 'the id itself as one number' : 'one-hot'}; id 0 is padding |
| Symbols | \`${tokenizer.alphabet}\` (\`${tokenizer.digit}\` any digit, \`${tokenizer.other}\` anything else) |
| Trained on | ${textOf(recipe.corpus.train)}; ${count(text.characters)} characters; sha256 \`${text.sha256.slice(0, 16)}…\` |
| Validated on | ${textOf(recipe.corpus.validate)}; ${count(validation.characters)} characters; sha256 \`${validation.sha256.slice(0, 16)}…\` |
| Recipe | \`packages/models/src/recipes\`: ${recipeWords(recipe)} |
| Training | ${trainerWords(recipe)}: ${count(characters)} characters in ${Math.round(seconds)} s |
| Validation | epoch ${best.epoch}: loss ${best.validationLoss.toFixed(5)} nats (${(best.validationLoss / Math.LN2).toFixed(4)} bits) a character, ${(100 * best.validationAccuracy).toFixed(4)} % right |
| File | ${count(bytes.length)} bytes, sha256 \`${sha256}\` |
| Licence | MIT |
${curve}
Again from nothing: \`npm run train -- ${name}${novels}\`. On test text: \`npm run evaluate -- ${words.suite}${novels}\`, whose table is in
[docs/${page}](../../../docs/${page}).

**Limits.** ${words.limits}
`
}

/** A text, as a card names it. */
export const textOf = (name: string): string => {
  const source = sources.find((candidate) => candidate.name === name)
  if (source)
    return `${source.title}; ${source.origin.registry} package \`${source.origin.package}\`; ${source.licence}`
  if (name === 'english')
    return 'English text from free sources, joined and cleaned ([docs/corpus.md](../../../docs/corpus.md))'
  if (name.startsWith('european')) {
    const kept = name.endsWith('-validation') ? 'the last novels of' : 'all but the last novels of'
    return `${kept} thirteen languages from the European Literary Text Collection, 1840 to 1920, without diacritics, and modern English text ([docs/corpus.md](../../../docs/corpus.md#european)); public domain and free`
  }
  if (name.startsWith('novels-')) {
    const kept = name.endsWith('-validation') ? 'its last novels' : 'all but its last novels'
    const letters = name.includes('-own')
      ? 'its own letters kept, other diacritics left out'
      : 'without diacritics'
    return `${kept}, of the text of 1840 to 1920 from the European Literary Text Collection, ${letters} ([docs/corpus.md](../../../docs/corpus.md#novels)); public domain`
  }
  return 'Moby-Dick, cleaned, which is not trained on ([docs/corpus.md](../../../docs/corpus.md))'
}

const recipeWords = ({ trainer, options }: Recipe): string => {
  const { length, batchSize, epochs, stepsPerEpoch, learningRate, seed } = options
  const shared = `windows of ${length}, batches of ${batchSize}, ${epochs} epochs of ${stepsPerEpoch} steps, Adam from ${learningRate} down a cosine, seed ${seed}`
  if (trainer === 'tensorflow') return shared
  const { fresh, spaceless, early, keyChange, noise } = options.sampling
  return `${shared}; ${options.shards} shards, ${options.warmUp} steps of warm-up, gradients cut at ${options.clip}; a window starts afresh with probability ${fresh}, ${100 * spaceless} % of the text without spaces, first letters weighted ${1 + early} times${keyChange ? `, the key changes at a letter with probability ${keyChange}` : ''}${noise ? `, up to ${100 * noise.rate} % of the letters wrong, lost or doubled in ${100 * noise.streams} % of the streams` : ''}${options.averaging ? `, weights averaged with ${options.averaging}` : ''}`
}

const trainerWords = ({ trainer }: Recipe): string =>
  trainer === 'tensorflow' ? 'TensorFlow.js 4.22.0, wasm backend' : 'the kernels of `@runnel/rnn-model/train`'

/** A number with its thousands apart. */
export const count = (value: number): string => value.toLocaleString('en')
