import { findLetterCipher, letterCiphers } from '@runnel/core/ciphers'

/** Whether a cipher reads one letter as another one, at some place at least: it moves no letters, and reads no blocks of them. */
export const readsLetters = (cipher: string): boolean =>
  cipher === 'plain' ||
  (Object.hasOwn(letterCiphers, cipher) && Number.isFinite(findLetterCipher(cipher).phaseLength))
