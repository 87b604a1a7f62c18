import { type Signal, signal } from '@preact/signals'
import { type Cipher, ciphers } from '@runnel/core'

/** Ciphers that the page knows. */
export interface KnownCiphers {
  /** Those that move letters, by their names. */
  readonly list: { readonly [name: string]: () => Cipher<unknown> }
  /** Finds one of them over letters that are not its own. @throws InvalidOptionError where it has letters of its own alone */
  over?(name: string, letters?: string): Cipher<unknown>
}

/** Those whose keys can be listed, until all of them have come. */
export const knownCiphers: Signal<KnownCiphers> = signal({ list: ciphers } as KnownCiphers)

const made = new Map<string, Cipher<unknown>>()

/**
 * A cipher that moves letters, by its name, made once: the page asks for it with every letter. Undefined for one that does not.
 *
 * @param letters those that it moves; its own unless given
 */
export const letterCipher = (name: string, letters = ''): Cipher<unknown> | undefined => {
  const { list, over } = knownCiphers.value
  const id = name + letters
  if (!made.has(id) && Object.hasOwn(list, name)) {
    try {
      const found = letters ? over?.(name, letters) : list[name]()
      if (found) made.set(id, found)
    } catch {
      // Over these letters there is none.
    }
  }
  return made.get(id)
}
