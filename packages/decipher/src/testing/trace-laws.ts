import type { Chunk } from '@runnel/core'
import fc from 'fast-check'
import type { Decipherer } from '../decipherer.ts'
import type { DecipherEvent } from '../session/events.ts'
import { allEvents } from './all-events.ts'
import { anyChunks, anyText, shred } from './arbitraries.ts'
import type { Law } from './laws.ts'
import { same } from './same.ts'
import type { SessionSubject } from './session-subject.ts'
import { type KeptTrace, keptTrace } from './traces-of.ts'

/** The events of a stream that is watched, and its traces; the session moves to another place after each chunk, or stays. */
const watched = (decipherer: Decipherer, chunks: readonly Chunk[], moves: boolean) => {
  const traces: KeptTrace[] = []
  const watch = { trace: (trace: Parameters<typeof keptTrace>[0]) => traces.push(keptTrace(trace)) }
  let session = decipherer.createSession(undefined, watch)
  const events: DecipherEvent[] = []
  for (const chunk of chunks) {
    events.push(...session.push(chunk))
    if (moves) session = decipherer.createSession(session.snapshot(), watch)
  }
  events.push(...session.flush())
  return { events, traces, snapshot: [...session.snapshot()] }
}

/** The laws of watching a session: it changes nothing, and what is seen does not depend on how text is cut or moved. */
export const traceLaws = (numRuns: number): Law<SessionSubject>[] => [
  {
    name: 'trace: a session that is watched gives the events and the snapshot of one that is not',
    check: async ({ decipherer }) =>
      fc.assert(
        fc.property(anyChunks, (chunks) => {
          const { events, snapshot } = watched(decipherer, chunks, false)
          same(events, allEvents(decipherer, chunks), 'events')
          const alone = decipherer.createSession()
          for (const chunk of chunks) alone.push(chunk)
          alone.flush()
          same(snapshot, [...alone.snapshot()], 'snapshot')
        }),
        { numRuns },
      ),
  },
  {
    name: 'trace: the same however the text is cut, and wherever the session goes on',
    check: async ({ decipherer }) =>
      fc.assert(
        fc.property(anyText, (text) => {
          const { traces } = watched(decipherer, [text], false)
          same(watched(decipherer, shred(text), false).traces, traces, 'traces of single units')
          same(watched(decipherer, shred(text), true).traces, traces, 'traces of a session that moves')
        }),
        { numRuns },
      ),
  },
]
