import { createHash } from 'node:crypto'
import { type decodeIdentifyModel, FEATURES, KINDS } from '@runnel/decipher/identify'
import type { IdentifyRecipe } from '@runnel/models/recipes'
import { count, textOf } from '../model-card.ts'

/** Shares of texts of a length whose kind was the likeliest, or among three. */
export interface Validated {
  readonly letters: number
  readonly first: number
  readonly three: number
}

/** A run of the trainer, and its texts. */
export interface IdentifyTraining {
  readonly recipe: IdentifyRecipe
  readonly text: string
  readonly validation: string
  readonly seconds: number
  readonly validated: readonly Validated[]
  /** Texts of each kind that were validated on. */
  readonly count: number
}

/** The card of what kinds are told by: data, licence, seed, size, figures, limits. */
export const identifyCard = (
  { recipe, text, validation, seconds, validated, count: texts }: IdentifyTraining,
  { id, classifier }: Awaited<ReturnType<typeof decodeIdentifyModel>>,
  bytes: Uint8Array,
): string => {
  const { name, description, corpus, heldOut, options } = recipe
  const trained = [...corpus.train, corpus.validate].map(textOf).join('; ')
  const figures = validated.map(
    ({ letters, first, three }) => `${letters} letters ${percent(first)}, ${percent(three)}`,
  )
  return `# ${name}

${description[0].toUpperCase()}${description.slice(1)}.

| | |
|---|---|
| Task | say of which of ${KINDS.length} kinds a text is: ${KINDS.join(', ')} |
| Net | ${FEATURES} features; ${classifier.hiddenBias.length} hidden units, cut off at 0; then a softmax over the kinds that the signs of the text allow |
| Features | how the text is laid out, its letters and their pairs, and how well the best key of each family makes English of it, by counts of letters, pairs and bytes |
| Trained on | ${trained}; the last ${count(corpus.characters)} characters of each, and all but the end of the last one: ${count(text.length)} characters; sha256 \`${digest(text)}…\` |
| Texts | ${count(options.count)} of each kind, of ${options.lengths[0]} to ${options.lengths[1]} letters, by \`tools/ciphertexts\` |
| Validated on | the last ${percent(heldOut)} of ${textOf(corpus.validate)}; ${count(validation.length)} characters; sha256 \`${digest(validation)}…\` |
| Recipe | \`packages/models/src/recipes\`: ${options.epochs} epochs in batches of ${options.batchSize}, Adam from ${options.learningRate} down a cosine, weights decay by ${options.decay}, seed ${options.seed} |
| Training | \`tools/train/src/identify\`: ${Math.round(seconds)} s |
| Validation | ${texts} texts of each kind; the kind is the likeliest, and among the three likeliest: ${figures.join('; ')} |
| File | ${count(bytes.length)} bytes, sha256 \`${id}\` |
| Licence | MIT |

Again from nothing: \`npm run train -- ${name}\`. On test text: \`npm run evaluate -- ${name}\`, whose table is in
[docs/identify.md](../../../docs/identify.md).

**Limits.** English only: other languages look like a substitution. Hill with pairs of letters, Bifid of periods 5 to 12, keys
that repeat after at most 12 letters, keys of at most 8 bytes. Text that is under two ciphers at once is of no kind here.
`
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
