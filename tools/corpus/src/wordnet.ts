import { readFileSync } from 'node:fs'
import { debianPackage } from './debian-package.ts'
import type { CorpusSource } from './source.ts'

const name = 'wordnet-base'

/** Definitions of words, and sentences that use them. */
export const wordnet: CorpusSource = {
  name: 'wordnet',
  title: 'WordNet 3.0, Princeton University (2006): definitions and examples',
  origin: { registry: 'debian', package: name },
  licence:
    'WordNet 3.0 licence, © 2006 by Princeton University, all rights reserved (free to use, change and pass on with this notice)',
  test: false,
  read: () => {
    const folder = debianPackage(name).file('usr/share/wordnet')
    return ['noun', 'verb', 'adj', 'adv']
      .flatMap((part) => glosses(readFileSync(`${folder}/data.${part}`, 'utf8')))
      .join('\n\n')
  },
}

/** The text behind the bar of each line: a definition, then examples in quotation marks. */
export const glosses = (lines: string): string[] =>
  lines
    .split('\n')
    .filter((line) => /^\d/.test(line) && line.includes(' | '))
    .map((line) => {
      const gloss = line.slice(line.indexOf(' | ') + 3).trim()
      const examples = Array.from(gloss.matchAll(/"([^"]+)"/g), ([, example]) => example)
      const definition = gloss.replace(/[;,]?\s*"[^"]*"?.*$/, '')
      return [definition, ...examples]
        .map((sentence) => sentence.trim().replace(/[.;,]*$/, ''))
        .filter((sentence) => sentence !== '')
        .map((sentence) => (/[?!]$/.test(sentence) ? sentence : `${sentence}.`))
        .join(' ')
    })
