/** The headings of a page of the API, in their order: tasks of exports, told by the places of their definitions. */
const tasks: readonly (readonly [heading: string, sources: RegExp])[] = [
  ['Make a decipherer', /^decipher\/src\/(decipherer|session\/decipher-session|settling\/)/],
  ['Streams, iterables, responses', /^decipher\/src\/pipelines\//],
  ['Events', /^decipher\/src\/session\/(events|telling)/],
  ['Keys', /^(decipher\/src\/keys|core\/src\/ciphers\/cipher-keys)/],
  ['Language models', /^decipher\/src\/language\//],
  ['Watch it decide', /^decipher\/src\/session\//],
  ['Load and run', /^rnn-model\/src\/(load|model|engine)/],
  [
    'Describe and store',
    /^rnn-model\/src\/(config|codec|quantise|sealed|task-of|tokenizer-of|weight|net-sizes|cells)/,
  ],
  ['Make a client', /^client\/src\/(create-client|options|upload)/],
  ['Sessions', /^client\/src\/session\//],
  ['Alphabets and symbols', /^core\/src\/(alphabet|tokenizer|padding|base-letter)/],
  ['Ciphers', /^core\/src\/(ciphers|byte-text)/],
  ['Find encodings', /^core\/src\/encodings\/search\//],
  [
    'Read and write',
    /^core\/src\/encodings\/(list|chain|whole-text|decoding-stream|encoding-stream|encoding\b)/,
  ],
  ['Each encoding', /^core\/src\/encodings\//],
  ['Text in pieces', /^core\/src\/(chunk|utf8|from-units)/],
  ['Randomness', /^core\/src\/random/],
]

const ERRORS = 'Errors'

/** Where nothing else fits. */
export const OTHERS = 'Exports'

/** Every heading, in the order in which they stand. */
export const headings: readonly string[] = [...tasks.map(([heading]) => heading), OTHERS, ERRORS]

/**
 * The heading that an export stands under.
 *
 * @param source its file, from the folder of the packages
 */
export const headingOf = (source: string): string => {
  if (/\/errors\.ts$|-error\.ts$/.test(source)) return ERRORS
  return tasks.find(([, sources]) => sources.test(source))?.[0] ?? OTHERS
}
