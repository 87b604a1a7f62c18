import { type CandidateKey, type KeySpace, keyFamilies } from '@runnel/decipher'
import type { KeyFinder } from '@runnel/decipher/ciphers'
import type { Started } from '../frame.ts'
import type { Lock, ReadingOptions } from '../options.ts'
import type { AutoSearch } from '../searches/auto-search.ts'
import type { narrowSearch } from '../searches/narrowed-search.ts'
import type { Search } from '../searches/search.ts'

/** The keys of a reading: those of its cipher, or those of them that locks and a known word leave. */
export interface NarrowedKeys extends Omit<Started, 'reading'> {
  /** The option `cipher` of a decipherer. */
  readonly choice: string | KeySpace | KeyFinder
}

/** Searches that a reading may need: that of its cipher, or what `auto` stands for. */
export interface Searches {
  readonly search?: Search | undefined
  readonly auto?: AutoSearch | undefined
  /** Tells a search what is known; it comes with the searches. */
  readonly narrow?: typeof narrowSearch | undefined
}

/**
 * Narrows the keys of a cipher down to those that read each locked letter as asked, and under which a word stands in the
 * text. Keys that cannot be listed are searched with the letters that are locked, where their search can use them; with
 * `auto` that search goes on where no listed key is left.
 */
export const narrowKeys = (
  { cipher, letters, locks = [], word = '' }: ReadingOptions,
  text: string,
  { search, auto, narrow }: Searches = {},
): NarrowedKeys => {
  const known = { locks, word: word.trim() }
  if (search && narrow) return narrow(search, known)
  const space = Object.hasOwn(keyFamilies, cipher) ? keyFamilies[cipher].create(letters) : undefined
  if (!space || !('keys' in space)) return { choice: cipher, keys: 0, left: 0 }
  const all = space.keys.length
  if (locks.length === 0 && known.word === '') {
    return { choice: auto?.all ?? cipher, keys: all, left: all, ...(auto && { sought: auto.sought }) }
  }
  const { keys, contradiction } = keysLeft(space, text, known)
  const narrowed = auto?.told && narrow?.(auto.told, known)
  if (contradiction) {
    if (narrowed && !narrowed.contradiction) return narrowed
    return { choice: cipher, keys: all, left: 0, contradiction }
  }
  const left = { ...space, keys }
  // The search has the locks that are its own to obey; where they are none for it, the listed keys are all there is.
  const choice = narrowed && auto && !narrowed.contradiction ? auto.beside(left, narrowed.choice) : left
  const sought = choice !== left && auto?.told ? { sought: [auto.told.name] } : {}
  return { choice, keys: all, left: keys.length, ...sought }
}

/** The listed keys that are left, or what took the last one. */
const keysLeft = (
  space: KeySpace,
  text: string,
  { locks, word }: { readonly locks: readonly Lock[]; readonly word: string },
): { readonly keys: KeySpace['keys']; readonly contradiction?: NonNullable<Started['contradiction']> } => {
  let { keys } = space
  for (const lock of locks) {
    keys = keys.filter((key) => obeys(space, key, lock))
    if (keys.length === 0) return { keys, contradiction: lock }
  }
  if (word !== '') keys = keys.filter((key) => holds(space, key, { text, word }))
  return keys.length === 0 ? { keys, contradiction: { word } } : { keys }
}
/** Whether a key reads a letter as the lock says. */
const obeys = ({ symbols }: KeySpace, { plaintext }: CandidateKey, { cipher, plain }: Lock): boolean => {
  const at = symbols.indexOf(cipher)
  return (at === -1 ? cipher : plaintext[at]) === plain
}

/** Whether a word, as people write it, stands in the text as a key reads it: looked for in cipher, which is quick. */
const holds = (
  { symbols }: KeySpace,
  { plaintext }: CandidateKey,
  { text, word }: { text: string; word: string },
): boolean => {
  const encipher = (plain: string): string =>
    Array.from(plain, (letter) => {
      const at = plaintext.indexOf(letter)
      return at === -1 ? letter : symbols[at]
    }).join('')
  const lower = word.toLowerCase()
  const forms = [word, lower, lower.toUpperCase(), lower.slice(0, 1).toUpperCase() + lower.slice(1)]
  return forms.some((form) => text.includes(encipher(form)))
}
