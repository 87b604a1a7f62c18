import {
  type Candidate,
  type DecipherEvent,
  type DecipherSession,
  type DoneEvent,
  inSteps,
} from '@runnel/decipher'
import { CeilingError } from './ceilings.ts'
import { MOST_HELD } from './json-request.ts'
import type { RequestReport } from './report-entry.ts'
import type { BodyMapping } from './stream-body.ts'

/** A whole answer as one object. */
export interface Summary extends Omit<DoneEvent, 'type' | 'start'> {
  text: string
  candidates?: readonly Candidate[]
}

/**
 * Maps a body to one object at its end, and holds the text until then; frees the session before `ended` is called.
 *
 * @param hold told of the text that is kept, before it is; may throw
 */
export const summaryMapping = (
  session: DecipherSession,
  ended: ReturnType<RequestReport['stream']>,
  hold: (bytes: number) => void,
): BodyMapping => {
  let text = ''
  let candidates: readonly Candidate[] | undefined
  const take = (events: readonly DecipherEvent[]): void => {
    for (const event of events) {
      if (event.type === 'final') {
        hold(event.text.length)
        text += event.text
      } else if (event.type === 'candidates') candidates = event.candidates
    }
    if (text.length > MOST_HELD) {
      throw new CeilingError(
        'body_too_large',
        `a text that is answered as one object has up to ${MOST_HELD} bytes`,
      )
    }
  }
  const steps = inSteps(session)
  return {
    *push(chunk) {
      take(yield* steps.push(chunk))
    },
    take: () => '',
    *flush() {
      const events = yield* steps.flush()
      take(events)
      const { type: _, start: __, ...done } = events.at(-1) as DoneEvent
      const summary: Summary = { ...done, text, ...(candidates && { candidates }) }
      return JSON.stringify(summary)
    },
    ended: (outcome, counts, error) => {
      session.free()
      ended(outcome, counts, error, 1)
    },
  }
}
