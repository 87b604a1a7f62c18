import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../published.ts'
import type { Adopter } from './adopter.ts'

/** One row of the table. */
export interface Result {
  name: string
  guide: string
  /** Of what was installed, or of the runtime. */
  versions: string
  /** Bytes of JavaScript after gzip. */
  gzipped?: number
  /** Why it failed. */
  fault?: string
}

/** Results of earlier runs, in `.cache`. */
export interface Results {
  /** The result of the same adopter with the same packages and documents, where it was a good one. */
  find(adopter: Adopter): Result | undefined
  keep(adopter: Adopter, result: Result): void
}

const file = path.join(root, '.cache/adopters.json')

/** Reads the results that are kept. @param digest of the packages as packed */
export const createResults = (digest: string): Results => {
  const kept: Record<string, { key: string; result: Result }> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {}
  const toolchains = path.join(import.meta.dirname, 'toolchains')
  const code = globSync('*.ts', { cwd: toolchains })
    .sort()
    .map((name) => readFileSync(path.join(toolchains, name)))
  const keyOf = ({ guide, packages }: Adopter): string => {
    const hash = createHash('sha256').update(digest).update(packages.join())
    for (const part of code) hash.update(part)
    return hash.update(readFileSync(path.join(root, 'docs', `${guide}.md`))).digest('hex')
  }
  return {
    find(adopter) {
      const one = kept[adopter.name]
      return one?.key === keyOf(adopter) && !one.result.fault ? one.result : undefined
    },
    keep(adopter, result) {
      kept[adopter.name] = { key: keyOf(adopter), result }
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(kept, undefined, 2))
    },
  }
}
