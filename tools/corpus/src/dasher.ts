import { readFileSync } from 'node:fs'
import { debianPackage } from './debian-package.ts'
import type { CorpusSource } from './source.ts'

const name = 'dasher-data'

/** Languages of which little free prose is found elsewhere, with their files. */
const files = { fi: 'training_finnish_FI.txt', tr: 'training_turkish_TR.txt' } as const

/** Prose that a program for writing with few keys brings along: Finnish 360,000 characters, Turkish 140,000. */
export const dasher = (language: keyof typeof files): CorpusSource => ({
  name: `dasher-${language}`,
  title: `Text of Dasher, ${language}`,
  origin: { registry: 'debian', package: name },
  licence: 'GPL-2.0-or-later, of mixed origin: measured on where it lies, never learned from or passed on',
  test: true,
  read: () =>
    readFileSync(debianPackage(name).file(`usr/share/dasher/${files[language]}`), 'utf8')
      .replace(/[ \t]+/g, ' ')
      .replace(/\n\s*\n/g, '\n\n')
      .trim(),
})
