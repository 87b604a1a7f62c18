import { InvalidOptionError } from '@runnel/core'
import type { DecipherEvent } from '@runnel/decipher'
import type { Steps } from './steps.ts'

/** All that is known of a text at a moment, for rendering. */
export interface SettledText {
  /** UTF-16 units from the start of the stream to the start of `settled`: what is kept no more. */
  start: number
  /** The finals, joined. */
  settled: string
  /** The text after `settled`, which may still change. */
  interim: string
}

/** Options of `settledText`: a bound on the text that it holds. */
export interface SettledTextOptions {
  /** UTF-16 units of settled text to keep, the latest; all of it unless given, which grows with the stream. */
  keep?: number | undefined
}

/** Steps from events to the text so far. Interim text that a final settles is taken off the front, so nothing flickers. */
export const settledSteps = ({
  keep = Number.POSITIVE_INFINITY,
}: SettledTextOptions = {}): Steps<DecipherEvent, SettledText, SettledText> => {
  if (!(keep >= 0)) throw new InvalidOptionError('keep', keep, 'a number of UTF-16 units, 0 or more')
  return {
    createState: () => ({ start: 0, settled: '', interim: '' }),
    step(text, event) {
      if (event.type !== 'final' && event.type !== 'interim') return []
      // The first event says where a resumed stream goes on.
      if (text.settled === '') text.start = event.start
      if (event.type === 'interim') text.interim = event.text
      else settle(text, event.text, keep)
      return [{ ...text }]
    },
  }
}

/** Mutates `text`. */
const settle = (text: SettledText, final: string, keep: number): void => {
  text.settled += final
  text.interim = text.interim.slice(final.length)
  const excess = text.settled.length - keep
  if (excess <= 0) return
  text.settled = text.settled.slice(excess)
  text.start += excess
}
