import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findLetters } from '@runnel/core/alphabets'
import { cachePath } from './cache.ts'
import { englishCorpus, englishSources } from './english-corpus.ts'
import { europeanCorpus } from './european-corpus.ts'
import { mobyDick } from './moby-dick.ts'
import { novelCorpus } from './novel-corpus.ts'

/** Writes a text under `.cache/corpus`, and gives the path of its file. */
export const writeText = (name: string, text: string): string => {
  const file = cachePath('corpus', `${name}.txt`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/**
 * Writes the text of that name for `--corpus` to read: a source as it is, `english` and `english-validation`, joined
 * and cleaned, `european` and `european-validation`, or novels of another language, such as `novels-de` and
 * `novels-de-validation`; `novels-es-own` keeps the letters of the alphabet `es`.
 *
 * @param folder where novels lie
 * @throws Error for a name that is unknown, or that of a test text
 * @throws NovelsError where the folder does not hold the novels
 */
export const writeCorpus = (name: string, folder = ''): string => {
  const [, language, own, validation] = /^novels-([a-z]{2})(-own)?(-validation)?$/.exec(name) ?? []
  if (language) {
    const letters = own ? findLetters(language) : undefined
    return writeText(name, novelCorpus(language, folder, letters)[validation ? 'validate' : 'train'])
  }
  if (name === 'english') return writeText(name, englishCorpus().train)
  if (name === 'english-validation') return writeText(name, englishCorpus().validate)
  if (name === 'european') return writeText(name, europeanCorpus(folder).train)
  if (name === 'european-validation') return writeText(name, europeanCorpus(folder).validate)
  const source = [mobyDick, ...englishSources].find((candidate) => candidate.name === name)
  if (!source) throw new Error(`no text named ${name} may be trained on`)
  return writeText(name, source.read())
}
