import { EncodingError } from '@runnel/core/encodings'
import type { Decipherer } from '../decipherer.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { OtherScript } from './script-of.ts'

/** UTF-16 units, or bytes of UTF-8, of a text whose letters are looked at. */
const LOOKED_AT = 1024

/** Decipherers of scripts, each made when letters of it come: most texts need none of them. */
export interface ScriptShelf {
  /** Looks at a chunk before it is read. @returns what has to be waited for, if anything */
  bring(chunk: string | Uint8Array): Promise<void> | undefined
  /** Looks, before the text ends, at what its end lets out of an encoding. @returns the same */
  bringLast(): Promise<void> | undefined
  /** The decipherer of a script that was brought. */
  of(script: OtherScript): Decipherer | undefined
}

/**
 * Makes a shelf for one text, for `readingScripts`.
 *
 * @param open makes the decipherer of a script, unless there are no means of reading it
 * @param encoded takes off the encodings that stand around the text, as `encodingOf` does, where there may be some
 */
export const createScriptShelf = (
  open: (script: OtherScript) => Promise<Decipherer | undefined>,
  encoded?: (decipherer: Decipherer) => Decipherer,
): ScriptShelf => {
  const opened = new Map<OtherScript, Decipherer | undefined>()
  let looked = 0
  let decoded = ''
  let decoding = encoded?.(noting((text) => (decoded += text))).createSession()
  const bring = async (script: OtherScript): Promise<void> => {
    opened.set(script, await open(script))
  }
  const bringNew = (script: OtherScript | undefined) =>
    script && !opened.has(script) ? bring(script) : undefined
  /** The script of what comes out of an encoding; one that is broken gives no more. */
  const scriptBehind = (read: (session: DecipherSession) => void): OtherScript | undefined => {
    decoded = ''
    try {
      if (decoding) read(decoding)
    } catch (error) {
      if (!EncodingError.isInstance(error)) throw error
      decoding = undefined
    }
    return scriptIn(decoded)
  }
  return {
    bring(chunk) {
      if (looked >= LOOKED_AT) return undefined
      const beginning = chunk.slice(0, LOOKED_AT - looked)
      looked += beginning.length
      return bringNew(scriptIn(beginning) ?? scriptBehind((session) => session.push(beginning)))
    },
    bringLast: () => bringNew(scriptBehind((session) => session.flush())),
    of: (script) => opened.get(script),
  }
}

/** A decipherer that reads nothing, and says what it was given. */
const noting = (note: (text: string) => void): Decipherer => ({
  createSession: () => ({
    push(chunk) {
      note(String(chunk))
      return []
    },
    settle: () => [],
    flush: () => [],
    snapshot: () => new Uint8Array(),
    free() {},
  }),
})

/** The first script besides the Latin one of which a chunk may have letters; of bytes it is told by those that begin them. */
const scriptIn = (chunk: string | Uint8Array): OtherScript | undefined => {
  for (let at = 0; at < chunk.length; at++) {
    const unit = typeof chunk === 'string' ? chunk.charCodeAt(at) : unitOf(chunk[at])
    if (unit >= 0x400 && unit < 0x500) return 'cyrillic'
    if (unit >= 0x370 && unit < 0x400) return 'greek'
  }
  return undefined
}

/** The first unit of those that a byte of UTF-8 begins, where it begins two. */
const unitOf = (byte: number): number => (byte >= 0xcd && byte < 0xe0 ? ((byte & 0x1f) << 6) | 0x30 : 0)
