import type { IdentifySession, KindsEvent } from '@runnel/decipher/identify'
import { problemWords } from './problem.ts'
import type { RequestReport } from './report-entry.ts'
import { serverSentEvent } from './server-sent-event.ts'
import type { BodyMapping } from './stream-body.ts'
import { LOOK, PLAIN_LETTER } from './work/constants.ts'
import type { Meter } from './work/job.ts'

/** Media types of an answer, the default first: the kinds of the whole text, or also those on the way. */
export const kindsTypes = ['application/json', 'application/x-ndjson', 'text/event-stream'] as const

/** Media type of an answer. */
export type KindsType = (typeof kindsTypes)[number]

const frame: Record<KindsType, (event: { type: string }) => string> = {
  'application/json': (event) => JSON.stringify(event),
  'application/x-ndjson': (event) => `${JSON.stringify(event)}\n`,
  'text/event-stream': (event) => serverSentEvent({ type: event.type, json: JSON.stringify(event) }),
}

/** Maps a body to the kinds that it may be of, and measures the work: so much for each time that kinds are told. */
export const identifyMapping = (
  session: IdentifySession,
  type: KindsType,
  ended: ReturnType<RequestReport['stream']>,
): { mapping: BodyMapping; meter: Meter } => {
  let waiting: KindsEvent[] = []
  let looks = 0
  const told = (events: readonly KindsEvent[]): string => {
    const text = events.map(frame[type]).join('')
    waiting = []
    return text
  }
  const noted = (events: KindsEvent[]): KindsEvent[] => {
    looks += events.length
    return events
  }
  return {
    mapping: {
      push(chunk) {
        waiting.push(...noted(session.push(chunk)))
      },
      take: () => told(waiting),
      flush: () => told([...waiting, ...noted(session.flush())]),
      ...(type !== 'application/json' && {
        tell: (error: unknown) => frame[type]({ type: 'error', ...problemWords(error) }),
      }),
      ended,
    },
    meter: { letter: PLAIN_LETTER, steps: () => LOOK * looks },
  }
}
