import type { Chunk } from '@runnel/core'
import type { Decipherer } from '../decipherer.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'

/** All events of a stream, from a session of its own. */
export const allEvents = (decipherer: Decipherer, chunks: readonly Chunk[]): DecipherEvent[] =>
  rest(decipherer.createSession(), chunks)

/** All events that are left when a session reads some more chunks and ends. */
export const rest = (session: DecipherSession, chunks: readonly Chunk[]): DecipherEvent[] => [
  ...chunks.flatMap((chunk) => session.push(chunk)),
  ...session.flush(),
]
