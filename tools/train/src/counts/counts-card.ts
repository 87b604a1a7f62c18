import { createHash } from 'node:crypto'
import type { Counts } from '@runnel/decipher/counts'
import type { CountsRecipe } from '@runnel/models/recipes'
import { count, textOf } from '../model-card.ts'
import { heldOutBits } from './held-out-bits.ts'

/** A run of `trainCounts`, and its texts. */
export interface CountsTraining {
  readonly recipe: CountsRecipe
  readonly text: string
  readonly validation: string
  readonly seconds: number
}

/** The card of counts: data, licence, size, figures, limits. */
export const countsCard = (
  { recipe, text, validation, seconds }: CountsTraining,
  counts: Counts,
  bytes: Uint8Array,
): string => {
  const { name, description, tokenizer, corpus, options } = recipe
  const bits = (held: string): string => heldOutBits(counts, held).toFixed(4)
  return `# ${name}

${description[0].toUpperCase()}${description.slice(1)}.

| | |
|---|---|
| Task | predict the next symbol of English text |
| Counts | a tree of contexts of up to ${counts.depth} symbols ([docs/model-format.md](../../../docs/model-format.md#counts)) |
| Symbols | \`${tokenizer.alphabet}\` (\`${tokenizer.digit}\` any digit, \`${tokenizer.other}\` anything else) |
| Trained on | ${textOf(corpus.train)}; ${count(text.length)} characters; sha256 \`${digest(text)}…\` |
| Validated on | ${textOf(corpus.validate)}; ${count(validation.length)} characters; sha256 \`${digest(validation)}…\` |
| Recipe | \`packages/models/src/recipes\`: contexts of ${options.depth} symbols at the beginnings of words, of ${options.depth - 1} elsewhere; the text without spaces weighs ${options.spaceless}; a context leans on the shorter one by ${options.smoothing} for each symbol seen after it; an exception saves ${options.price} bits or more, ${options.beginnings} times as many counted at the beginnings of words |
| Training | counted, no random numbers: ${Math.round(seconds)} s |
| Validation | ${bits(validation)} bits a character; without spaces, ${bits(lettersOf(validation))} bits a letter |
| File | ${count(bytes.length)} bytes, sha256 \`${counts.id}\` |
| Licence | MIT |

Again from nothing: \`npm run train -- ${name}\`.

**Limits.** English only, case folded, letters outside a–z read as “anything else”. It knows ${counts.depth} symbols back and no further;
text without spaces is one part in ${Math.round(1 + 1 / options.spaceless)} of what was counted.
`
}

const lettersOf = (text: string): string => text.replace(/[^a-zA-Z]/g, '')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
