import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brown } from './brown.ts'
import { debianPackage } from './debian-package.ts'
import type { CleanedSource } from './english-corpus.ts'
import { sha256 } from './sha256.ts'
import { type CorpusSource, packageFolder } from './source.ts'

/** The sources as a table in Markdown: what each is, its licence, what is left of it, its hash. */
export const corpusTable = (cleaned: readonly CleanedSource[], validation: CorpusSource): string =>
  [
    '| text | package | licence | used to | characters read | kept | paragraphs | repeated | in test text | sha256 of what is kept |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...cleaned.map(({ source, paragraphs, repeated, inTest }) =>
      row([
        source.title,
        packageName(source),
        source.licence,
        source === validation ? 'validate' : 'train',
        number(source.read().length),
        number(paragraphs.join('\n').length),
        number(paragraphs.length),
        number(repeated),
        number(inTest),
        `\`${sha256(paragraphs.join('\n'))}\``,
      ]),
    ),
    row([
      brown.title,
      packageName(brown),
      brown.licence,
      'test, never anything else',
      number(brown.read().length),
      ...['as it is', '', '', ''],
      `\`${sha256(brown.read())}\``,
    ]),
  ].join('\n')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const number = (value: number): string => value.toLocaleString('en')

const packageName = ({ origin }: CorpusSource): string =>
  `${origin.registry === 'npm' ? 'npm' : 'Debian'} \`${origin.package}\` ${version(origin)}`

const version = ({ registry, package: name }: CorpusSource['origin']): string => {
  if (registry === 'debian') return debianPackage(name).version
  return JSON.parse(readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8')).version
}
