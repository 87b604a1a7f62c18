import { CIPHER_SYMBOLS } from './constants.ts'

/** Letters of a key that are given. */
export interface KnownLetters {
  /** Plaintext letter of each ciphertext letter, or -1. */
  readonly letters: Int8Array
  /** The plaintext letters among them, as a mask. */
  readonly fixed: number
}

/** No letter given. */
export const noLetters: KnownLetters = { letters: new Int8Array(CIPHER_SYMBOLS).fill(-1), fixed: 0 }

/** Makes them of pairs of a ciphertext letter and its plaintext letter; undefined when a letter stands for two. */
export const knownLettersOf = (pairs: readonly (readonly [number, number])[]): KnownLetters | undefined => {
  const letters = new Int8Array(CIPHER_SYMBOLS).fill(-1)
  let fixed = 0
  for (const [cipher, plain] of pairs) {
    if (letters[cipher] !== -1 || ((fixed >> plain) & 1) === 1) return undefined
    letters[cipher] = plain
    fixed |= 1 << plain
  }
  return { letters, fixed }
}

/** The letters, as a mask, that a ciphertext letter may be read as, of so many. */
export const allowedFor = (
  { letters, fixed }: KnownLetters,
  { letter, of }: { readonly letter: number; readonly of: number },
): number => (letters[letter] === -1 ? (2 ** of - 1) & ~fixed : 1 << letters[letter])
