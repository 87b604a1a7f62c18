import { letterCipher } from './letter-cipher.ts'

/** Whether a cipher reads one letter as another one, at some place at least: it moves no letters, and reads no blocks of them. */
export const readsLetters = (cipher: string): boolean =>
  cipher === 'plain' || Number.isFinite(letterCipher(cipher)?.phaseLength ?? Number.NaN)
