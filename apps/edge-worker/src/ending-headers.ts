import { looksInWords } from '@runnel/core/looks'
import { type DecipherSession, type DoneEvent, plainSession, within } from '@runnel/decipher'

/**
 * Bodies that say beforehand that they are no longer than this are waited for, that long at the most, so that the headers
 * of the text tell its end: a message of a few lines, which comes in one piece.
 */
export const SHORT = { bytes: 4096, milliseconds: 200 } as const

/** A session that remembers how it ended. */
export interface NotedSession {
  session: DecipherSession
  /** The last event of a session that was flushed. */
  ending(): DoneEvent | undefined
}

/** Makes a session remember its end. */
export const notingEnd = (session: DecipherSession): NotedSession => {
  let done: DoneEvent | undefined
  return {
    session: plainSession({
      push: (chunk, stops) => within(session, stops).push(chunk),
      settle: (stops) => within(session, stops).settle(),
      *flush(stops) {
        const events = yield* within(session, stops).flush()
        done = events.find((event) => event.type === 'done')
        return events
      },
      snapshot: () => session.snapshot(),
      free: () => session.free(),
    }),
    ending: () => done,
  }
}

/** Names of the headers that tell the end of an answer. */
export const endingHeaderNames = [
  'runnel-cipher',
  'runnel-key',
  'runnel-probability',
  'runnel-language',
  'runnel-encoding',
  'runnel-letters',
  'runnel-fit',
  'runnel-looks',
] as const

/** Headers that tell cipher, key and belief, how well the text fits, and the looks of one that no key explains. */
export const endingHeaders = ({
  cipher,
  key,
  probability,
  letters,
  fit,
  looks,
  encoding,
  language,
}: DoneEvent): Partial<Record<(typeof endingHeaderNames)[number], string>> => ({
  'runnel-cipher': cipher,
  'runnel-key': inAscii(JSON.stringify(key)),
  'runnel-probability': String(probability),
  'runnel-letters': String(letters),
  ...(language !== undefined && { 'runnel-language': language }),
  ...(encoding !== undefined && { 'runnel-encoding': encoding }),
  ...(fit && { 'runnel-fit': JSON.stringify(fit) }),
  ...(looks && { 'runnel-looks': withoutAccents(looksInWords(looks)) }),
})

/** JSON whose characters beyond ASCII, which headers cannot have, are escaped. */
const inAscii = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Text whose letters have no accents, which headers cannot have. */
const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
