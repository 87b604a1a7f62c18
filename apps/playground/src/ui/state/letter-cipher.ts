import { type Signal, signal } from '@preact/signals'
import { type Cipher, ciphers } from '@runnel/core'

/** Ciphers that move letters, by their names: those whose keys can be listed, until all of them have come. */
export const knownCiphers: Signal<{ readonly [name: string]: () => Cipher<unknown> }> = signal(
  ciphers as { readonly [name: string]: () => Cipher<unknown> },
)

const made = new Map<string, Cipher<unknown>>()

/** A cipher that moves letters, by its name, made once: the page asks for it with every letter. Undefined for one that does not. */
export const letterCipher = (name: string): Cipher<unknown> | undefined => {
  const { value } = knownCiphers
  if (!made.has(name) && Object.hasOwn(value, name)) made.set(name, value[name]())
  return made.get(name)
}
