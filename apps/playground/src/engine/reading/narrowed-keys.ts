import { InvalidOptionError } from '@runnel/core'
import { type CandidateKey, type KeySpace, keyFamilies } from '@runnel/decipher'
import type { Started } from '../frame.ts'
import type { Lock, ReadingOptions } from '../options.ts'
import type { Search } from '../searches/open-search.ts'

/** The keys of a reading: those of its cipher, or those of them that locks and a known word leave. */
export interface NarrowedKeys extends Omit<Started, 'reading'> {
  /** The option `cipher` of a decipherer. */
  readonly choice: string | KeySpace | Search
}

/**
 * Narrows the keys of a cipher down to those that read each locked letter as asked, and under which a word stands in the
 * text. Keys that cannot be listed are searched with the letters that are locked, where their search can use them.
 *
 * @param search the search for keys that cannot be listed
 */
export const narrowKeys = (
  { cipher, locks = [], word = '' }: ReadingOptions,
  text: string,
  search?: Search,
): NarrowedKeys => {
  if (search) return narrowSearch(search, locks)
  const space = Object.hasOwn(keyFamilies, cipher) ? keyFamilies[cipher].create() : undefined
  if (!space || !('keys' in space)) return { choice: cipher, keys: 0, left: 0 }
  const all = space.keys.length
  let keys = space.keys
  for (const lock of locks) {
    const left = keys.filter((key) => obeys(space, key, lock))
    if (left.length === 0) return { choice: cipher, keys: all, left: 0, contradiction: lock }
    keys = left
  }
  if (word.trim() !== '') {
    keys = keys.filter((key) => holds(space, key, { text, word: word.trim() }))
    if (keys.length === 0) return { choice: cipher, keys: all, left: 0, contradiction: { word } }
  }
  const choice = keys.length === all ? cipher : { ...space, keys }
  return { choice, keys: all, left: keys.length }
}

/** A search told the locked letters, as long as they agree. */
const narrowSearch = (search: Search, locks: readonly Lock[]): NarrowedKeys => {
  const takesLocks = search.knowing !== undefined
  const told = { keys: 0, left: 0, takesLocks }
  if (!search.knowing || locks.length === 0) return { choice: search, ...told }
  const letters: Record<string, string> = {}
  let choice = search
  for (const lock of locks) {
    letters[lock.cipher] = lock.plain
    try {
      choice = search.knowing({ ...letters })
    } catch (error) {
      if (InvalidOptionError.isInstance(error)) return { choice, ...told, contradiction: lock }
      throw error
    }
  }
  return { choice, ...told }
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
