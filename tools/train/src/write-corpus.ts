import { mkdirSync, writeFileSync } from 'node:fs'
import { sources } from '@runnel/corpus'

/** Writes a text to a file that `--corpus` can read, and gives its path. */
export const writeCorpus = (name: string): string => {
  const source = sources.find((candidate) => candidate.name === name && candidate.use !== 'test')
  if (!source) throw new Error(`no text named ${name} may be trained on`)
  const file = `.cache/corpus/${name}.txt`
  mkdirSync('.cache/corpus', { recursive: true })
  writeFileSync(file, source.read())
  return file
}
