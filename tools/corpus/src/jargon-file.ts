import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { debianPackage } from './debian-package.ts'
import type { CorpusSource } from './source.ts'

const name = 'jargon-text'

/** A lexicon of hackers' slang with essays: lively prose of the 1990s. */
export const jargonFile: CorpusSource = {
  name: 'jargon-file',
  title: 'The Jargon File, version 4.4.7 (2003)',
  origin: { registry: 'debian', package: name },
  licence: 'public domain',
  test: false,
  read: () =>
    gunzipSync(readFileSync(debianPackage(name).file('usr/share/doc/jargon-text/jargon.txt.gz')))
      .toString('utf8')
      // Braces mark references to other entries.
      .replace(/[{}]/g, '')
      // The head of an entry: `:crumb: n.`
      .replace(/^\s*:[^\n]*:[^\n]*$/gm, ''),
}
