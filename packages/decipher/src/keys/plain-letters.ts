import type { Alphabet } from '@runnel/core'
import type { KeySpace } from './key-space.ts'

/** One key that reads every letter as itself: letters in both cases are what is deciphered, or bytes. */
export const plainLetters = (
  name: string,
  { alphabet, carries }: { readonly alphabet: Alphabet; readonly carries?: 'bytes' | undefined },
): KeySpace => {
  const { letters } = alphabet
  const symbols = carries === 'bytes' ? letters : letters + letters.toUpperCase()
  return {
    name,
    alphabet,
    symbols,
    keys: [{ cipher: name, key: Object.freeze({}), prior: 1, plaintext: symbols }],
  }
}
