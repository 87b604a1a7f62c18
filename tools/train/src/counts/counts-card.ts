import { createHash } from 'node:crypto'
import type { Counts } from '@runnel/decipher/counts'
import type { CountsOptions, CountsRecipe, TextForm } from '@runnel/models/recipes'
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
  const { name, description, tokenizer, corpus, options, form } = recipe
  const bits = (held: string): string => heldOutBits(counts, held).toFixed(4)
  return `# ${name}

${description[0].toUpperCase()}${description.slice(1)}.

| | |
|---|---|
| Task | predict the next symbol of ${languageOf(recipe)} text |
| Counts | a tree of contexts of up to ${counts.depth} symbols ([docs/model-format.md](../../../docs/model-format.md#counts)) |
| Symbols | \`${tokenizer.alphabet}\`${form === undefined ? ` (\`${tokenizer.digit}\` any digit, \`${tokenizer.other}\` anything else)` : forms[form]} |
| Trained on | ${textOf(corpus.train)}; ${count(text.length)} characters; sha256 \`${digest(text)}…\` |
| Validated on | ${textOf(corpus.validate)}; ${count(validation.length)} characters; sha256 \`${digest(validation)}…\` |
| Recipe | \`packages/models/src/recipes\`: ${contextsOf(options)}; a context leans on the shorter one by ${options.smoothing} for each symbol seen after it; an exception saves ${options.price} bits or more${options.beginnings > 1 ? `, ${options.beginnings} times as many counted at the beginnings of words` : ''} |
| Training | counted, no random numbers: ${Math.round(seconds)} s |
| Validation | ${bits(validation)} bits a ${form === 'letters' ? 'letter' : 'character'}${form === undefined ? `; without spaces, ${bits(lettersOf(validation, tokenizer.alphabet))} bits a letter` : ''} |
| File | ${count(bytes.length)} bytes, sha256 \`${counts.id}\` |
| Licence | MIT |

Again from nothing: \`npm run train -- ${name}\`.

${limitsOf(recipe, counts)}
`
}

/** The language's name, which the counts' name begins with. */
const languageOf = ({ name }: CountsRecipe): string => {
  const [language] = name.split('-')
  return language[0].toUpperCase() + language.slice(1)
}

const lettersOf = (text: string, alphabet: string): string =>
  [...text].filter((unit) => /\p{L}/u.test(unit) && alphabet.includes(unit.toLowerCase())).join('')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The form of a text, beside the symbols that are left of it. */
const forms: Readonly<Record<TextForm, string>> = {
  words: '; case folded, apostrophes left out, a space for all else',
  letters: ', but no space ever comes; case folded, all else left out',
}

/** The letters that are told apart, in a few words. */
const rangeOf = ({ tokenizer: { alphabet } }: CountsRecipe): string =>
  `${alphabet[0]}–${alphabet[alphabet.indexOf(' ') - 1]}`

const contextsOf = ({ depth, kept, spaceless }: CountsOptions): string =>
  kept === undefined
    ? `contexts of ${depth} symbols at the beginnings of words, of ${depth - 1} elsewhere; the text without spaces weighs ${spaceless}`
    : `contexts of ${kept} symbols`

const limitsOf = (recipe: CountsRecipe, counts: Counts): string =>
  recipe.form === undefined
    ? `**Limits.** ${languageOf(recipe)} only, case folded, letters outside ${rangeOf(recipe)} read as “anything else”. It knows ${counts.depth} symbols back and no further;
text without spaces is one part in ${Math.round(1 + 1 / recipe.options.spaceless)} of what was counted.`
    : `**Limits.** ${languageOf(recipe)} only, letters ${rangeOf(recipe)}. It knows ${counts.depth} symbols back and no further.`
