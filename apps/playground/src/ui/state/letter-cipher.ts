import type { Cipher } from '@runnel/core'
import { findLetterCipher, letterCiphers } from '@runnel/core/ciphers'

const made = new Map<string, Cipher<unknown>>()

/** A cipher that moves letters, by its name, made once: the page asks for it with every letter. Undefined for one that does not. */
export const letterCipher = (name: string): Cipher<unknown> | undefined => {
  if (!made.has(name) && Object.hasOwn(letterCiphers, name)) made.set(name, findLetterCipher(name))
  return made.get(name)
}
