import type { NamedKey } from '../../engine/index.ts'
import { decryptWith } from './decrypt-with.ts'

/** Places after which a key begins anew. */
export interface KeyPeriod {
  /** A word for each place: the letter of the key, or the number of the place. */
  readonly places: readonly string[]
  /** Whether spaces and signs take a place too; else letters alone do. */
  readonly isEveryUnit: boolean
}

/** Places at the most: a longer key is no period that eyes could follow. */
const MOST = 20

/** Letters of a probe: enough for two periods. */
const LENGTH = 2 * MOST + 1

/**
 * The period of a key, found out by asking its cipher: the same letter is read alike at places so far apart, whatever
 * stands between them. None where a key reads a letter alike everywhere, or hangs on the text before.
 */
export const keyPeriod = (named: NamedKey): KeyPeriod | undefined => {
  const known = periods.get(named.key)
  if (known !== undefined) return known ?? undefined
  const found = findPeriod(named)
  periods.set(named.key, found ?? null)
  return found
}

const periods = new WeakMap<object, KeyPeriod | null>()

const findPeriod = (named: NamedKey): KeyPeriod | undefined => {
  const alike = decryptWith('e'.repeat(LENGTH), named)
  const mixed = decryptWith('et'.repeat(LENGTH).slice(0, LENGTH), named)
  const spaced = decryptWith('e '.repeat(LENGTH).slice(0, LENGTH), named)
  if (alike === undefined || mixed === undefined || spaced === undefined) return undefined
  for (let at = 0; at < LENGTH; at += 2) if (mixed[at] !== alike[at]) return undefined
  let length = 1
  while (length <= MOST && alike.slice(length) !== alike.slice(0, -length)) length++
  if (length === 1 || length > MOST) return undefined
  const { key } = named.key
  const isWord = typeof key === 'string' && key.length === length
  return {
    places: Array.from({ length }, (_, place) => (isWord ? key[place] : String(place + 1))),
    isEveryUnit: spaced[2] === alike[2] && spaced[4] === alike[4] && alike[1] !== alike[2],
  }
}

/**
 * The place that each of the first units of a text takes, counted on from period to period; -1 for those that take none. Of
 * a text that grows only what is new is looked at.
 */
export const placesIn = (text: string, period: KeyPeriod): readonly number[] => {
  let known = placed.get(period)
  if (!known || !text.startsWith(known.text)) known = { text: '', places: [], count: 0 }
  const { places } = known
  let { count } = known
  for (let at = known.text.length; at < text.length; at++) {
    places.push(period.isEveryUnit || isLetter(text.charCodeAt(at)) ? count++ : -1)
  }
  placed.set(period, { text, places, count })
  return places
}

const placed = new WeakMap<KeyPeriod, { text: string; places: number[]; count: number }>()

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122
