import { readFileSync } from 'node:fs'
import { debianPackage } from './debian-package.ts'
import { readStringVectors } from './r-strings.ts'
import type { CorpusSource } from './source.ts'

const name = 'r-cran-janeaustenr'

/** Six novels, from 1811 to 1817. */
export const janeAusten: CorpusSource = {
  name: 'jane-austen',
  title: 'Jane Austen, the six completed novels (1811 to 1817)',
  origin: { registry: 'debian', package: name },
  licence: 'MIT, © 2016-2017 Julia Silge (the texts themselves are in the public domain)',
  test: false,
  read: () =>
    readStringVectors(
      readFileSync(debianPackage(name).file('usr/lib/R/site-library/janeaustenr/data/Rdata.rdb')),
    )
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
}
