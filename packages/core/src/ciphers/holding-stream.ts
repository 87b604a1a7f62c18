import { InvalidOptionError } from '../errors.ts'
import type { CipherStream } from './cipher-stream.ts'
import { TextTooLongError } from './text-too-long-error.ts'

/** UTF-16 units that a stream holds at the most until its text ends: 128 KiB of them. */
export const LONGEST_TEXT = 65_536

/** The parts of a stream that writes its text when it ends. */
export interface HoldingOptions {
  /** Name of the cipher, for errors. */
  readonly name: string
  /** Encrypts or decrypts a whole text. */
  rewrite(text: string): string
}

/**
 * Starts a stream that holds its text until it ends, or goes on from what was saved: a UTF-16 unit a number.
 *
 * @throws InvalidOptionError when the saved numbers are no units
 */
export const createHoldingStream = ({ name, rewrite }: HoldingOptions, saved?: Int32Array): CipherStream => {
  if (saved && !(saved.length <= LONGEST_TEXT && saved.every((unit) => unit >= 0 && unit <= 0xffff))) {
    throw new InvalidOptionError('phase', saved.length, `up to ${LONGEST_TEXT} UTF-16 units`)
  }
  const parts: string[] = saved ? Array.from(saved, (unit) => String.fromCharCode(unit)) : []
  let length = saved?.length ?? 0
  return {
    push(chunk) {
      if (length + chunk.length > LONGEST_TEXT) throw new TextTooLongError(name, LONGEST_TEXT)
      length += chunk.length
      if (chunk) parts.push(chunk)
      return ''
    },
    end() {
      const text = parts.join('')
      parts.length = length = 0
      return rewrite(text)
    },
    save() {
      const text = parts.join('')
      return Int32Array.from({ length }, (_, i) => text.charCodeAt(i))
    },
  }
}
