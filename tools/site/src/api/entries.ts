import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'

/** One door of a package. */
export interface Entry {
  /** The name that users import, without the scope: `decipher/languages`. It is the page's address too. */
  readonly name: string
  /** Its source file. */
  readonly source: string
}

/** The order of packages: those that most readers begin with come first. */
const FIRST = ['decipher', 'rx-operators', 'hono', 'client', 'models', 'rnn-model', 'core', 'lab']

/** The entries that packages export, in the order in which they are listed. */
export const listEntries = (): Entry[] =>
  globSync('packages/*/package.json', { cwd: root })
    .map((file) => path.basename(path.dirname(file)))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))
    .flatMap(entriesOf)

const placeOf = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)

const entriesOf = (name: string): Entry[] => {
  const folder = path.join(root, 'packages', name)
  const { exports }: { exports: Record<string, string> } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  return (
    Object.entries(exports)
      // Weights are data, and what is for tests is not for a website.
      .filter(([door, source]) => !source.endsWith('.weights.ts') && door !== './testing')
      .map(([door, source]) => ({ name: path.posix.join(name, door), source: path.join(folder, source) }))
  )
}
