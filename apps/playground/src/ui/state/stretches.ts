import type { KeyNews } from '../../engine/index.ts'
import { decryptPiece } from './decrypt-with.ts'
import { isSameKey } from './same-key.ts'

/** A stretch of text under one key: the news that began it, and where it ends. */
export interface Stretch extends KeyNews {
  /** Where the next one starts; undefined for the last. */
  readonly end?: number
}

/** Belief from which a key makes a stretch of its own. */
const BELIEVED = 0.5

/** Letters that a change is looked for before the place where it was told. */
const MOST_BEFORE = 256

/** A text and what it is read as, unit by unit. */
export interface BothTexts {
  readonly ciphertext: string
  readonly plaintext: string
}

/**
 * The stretches that news of keys add up to. A later word about the same place replaces the earlier one, and a key that
 * is told twice is one stretch. A stretch begins with the first letter that its key, and not the one before, reads as it stands.
 */
export const stretchesOf = (news: readonly KeyNews[], texts: BothTexts): Stretch[] => {
  const found: KeyNews[] = []
  for (const told of news) {
    if (told.probability < BELIEVED && news.length > 1) continue
    const last = found.at(-1)
    if (isSameKey(last, told)) continue
    const start = last ? beginning(told, texts) : 0
    while (found.length > 0 && (found.at(-1) as KeyNews).start >= start) found.pop()
    if (isSameKey(found.at(-1), told)) continue
    found.push({ ...told, start: found.length > 0 ? start : first(told, texts) })
  }
  return found.map((item, index) => ({
    ...item,
    ...(index + 1 < found.length && { end: found[index + 1].start }),
  }))
}

/** Where the first stretch begins: behind a heading, which stands as it came though its key would read it otherwise. */
const first = (told: KeyNews, texts: BothTexts): number => {
  const { ciphertext, plaintext } = texts
  let start = agreesFrom(told, texts)
  if (plaintext.slice(0, start) !== ciphertext.slice(0, start)) return 0
  while (start > 0 && start < told.start && !/\p{L}/u.test(plaintext[start])) start++
  return start
}

const beginning = (told: KeyNews, texts: BothTexts): number => {
  const { ciphertext, plaintext } = texts
  let start = agreesFrom(told, texts)
  if (told.cipher === 'unknown') return start
  while (start < told.start && plaintext[start] === ciphertext[start]) start++
  return start
}

/** The first letter from which on, to where a key was told, the text stands as that key reads it; a while back at the most. */
const agreesFrom = (told: KeyNews, { ciphertext, plaintext }: BothTexts): number => {
  const from = Math.max(0, told.start - MOST_BEFORE)
  const read = decryptPiece(ciphertext, { from, to: told.start }, told)
  let { start } = told
  while (read !== undefined && start > from && plaintext[start - 1] === read[start - 1 - from]) start--
  return start
}
