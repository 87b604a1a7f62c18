import { cipherTitle } from '@runnel/core/ciphers'
import { type KeyFamily, type KeySpace, keyFamilies } from '@runnel/decipher'
import type { NamedKey } from '../../engine/index.ts'
import { keyWords } from '../words/key-name.ts'

/** Keys of a cipher that are shown one a row; a cipher of more is one row, its keys taken together. */
const MOST_KEY_ROWS = 33

/** A row of belief: one key, or all keys of a cipher. */
export interface BeliefRow {
  readonly label: string
  readonly isKey: boolean
}

/** The rows of belief for a cipher, from the same list as every other skin. */
export interface BeliefRows {
  readonly rows: readonly BeliefRow[]
  /** The row of no key at all. */
  readonly none: number
  /** The row that a key belongs to; -1 for none. */
  rowOf(named: NamedKey): number
}

/** Whether a cipher's keys are no rows of their own, since they cannot be listed. */
export const isSought = (cipher: string): boolean =>
  cipher !== 'unknown' && !Object.hasOwn(keyFamilies, cipher)

/**
 * Lists the rows: ciphers of few keys first, a row each key, then one row for each other cipher, last `no key`.
 *
 * @param sought ciphers that lead though their keys cannot be listed
 * @param letters those that they move, where they are not the Latin ones
 */
export const beliefRows = (cipher: string, sought: readonly string[] = [], letters?: string): BeliefRows => {
  const names: { name: string; made: KeySpace | KeyFamily | undefined }[] = Object.entries(keyFamilies)
    .filter(([name, { share }]) => (cipher === 'auto' ? share > 0 : name === cipher))
    .map(([name, { create }]) => ({ name, made: create(letters) }))
  // Keys that are searched are one row: which of them leads changes with every letter.
  if (names.length === 0) names.push({ name: cipher, made: undefined })
  for (const name of sought) {
    if (!names.some((known) => known.name === name)) names.push({ name, made: undefined })
  }
  const rows: BeliefRow[] = []
  const indices = new Map<string, number>()
  for (const { name, made } of names) {
    const keys = made && 'keys' in made ? made.keys : []
    if (keys.length < 2 || keys.length > MOST_KEY_ROWS) continue
    for (const named of keys) {
      indices.set(identity(named), rows.length)
      rows.push({ label: keyWords(named) || cipherTitle(name), isKey: true })
    }
  }
  for (const { name, made } of names) {
    const keys = made && 'keys' in made ? made.keys.length : 0
    if (keys >= 2 && keys <= MOST_KEY_ROWS) continue
    indices.set(name, rows.length)
    rows.push({ label: cipherTitle(name), isKey: false })
  }
  indices.set('unknown', rows.length)
  rows.push({ label: 'No key', isKey: false })
  return {
    rows,
    none: rows.length - 1,
    rowOf: (named) => indices.get(identity(named)) ?? indices.get(named.cipher) ?? -1,
  }
}

const identity = ({ cipher, key }: NamedKey): string => `${cipher} ${JSON.stringify(key)}`
