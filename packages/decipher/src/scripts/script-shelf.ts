import type { Decipherer } from '../decipherer.ts'
import type { OtherScript } from './script-of.ts'

/** UTF-16 units, or bytes of UTF-8, of a text whose letters are looked at. */
const LOOKED_AT = 1024

/** Decipherers of scripts, each made when letters of it come: most texts need none of them. */
export interface ScriptShelf {
  /** Looks at a chunk before it is read. @returns what has to be waited for, if anything */
  bring(chunk: string | Uint8Array): Promise<void> | undefined
  /** The decipherer of a script that was brought. */
  of(script: OtherScript): Decipherer | undefined
}

/**
 * Makes a shelf for one text, for `readingScripts`.
 *
 * @param open makes the decipherer of a script, unless there are no means of reading it
 */
export const createScriptShelf = (
  open: (script: OtherScript) => Promise<Decipherer | undefined>,
): ScriptShelf => {
  const opened = new Map<OtherScript, Decipherer | undefined>()
  let looked = 0
  const bring = async (script: OtherScript): Promise<void> => {
    opened.set(script, await open(script))
  }
  return {
    bring(chunk) {
      if (looked >= LOOKED_AT) return undefined
      const script = scriptIn(chunk, LOOKED_AT - looked)
      looked += chunk.length
      return script && !opened.has(script) ? bring(script) : undefined
    },
    of: (script) => opened.get(script),
  }
}

/** The first script besides the Latin one of which a chunk may have letters; of bytes it is told by those that begin them. */
const scriptIn = (chunk: string | Uint8Array, most: number): OtherScript | undefined => {
  for (let at = 0; at < Math.min(chunk.length, most); at++) {
    const unit = typeof chunk === 'string' ? chunk.charCodeAt(at) : unitOf(chunk[at])
    if (unit >= 0x400 && unit < 0x500) return 'cyrillic'
    if (unit >= 0x370 && unit < 0x400) return 'greek'
  }
  return undefined
}

/** The first unit of those that a byte of UTF-8 begins, where it begins two. */
const unitOf = (byte: number): number => (byte >= 0xcd && byte < 0xe0 ? ((byte & 0x1f) << 6) | 0x30 : 0)
