import type { Chunk } from '@runnel/core'
import fc from 'fast-check'
import type { Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import { allEvents, rest } from './all-events.ts'
import { anyBytes, anyChunks, anyText, shred, textOf } from './arbitraries.ts'
import type { Law } from './laws.ts'
import { lossLaws } from './loss-laws.ts'
import { same } from './same.ts'
import type { SessionSubject } from './session-subject.ts'
import { traceLaws } from './trace-laws.ts'

/** All events of a stream whose session moves to another place after every chunk, and once more at the end. */
const allEventsMoving = (decipherer: Decipherer, chunks: readonly Chunk[]): DecipherEvent[] => {
  let session = decipherer.createSession()
  const move = () => {
    session = decipherer.createSession(session.snapshot())
  }
  const events = chunks.flatMap((chunk) => {
    const told = session.push(chunk)
    move()
    return told
  })
  return [...events, ...session.flush()]
}

/**
 * The laws of sessions themselves: resume, isolation, bounded memory, nothing lost. What skins give is in `laws`.
 *
 * @param numRuns random streams tried for each law
 */
export const sessionLaws = (numRuns = 100): Law<SessionSubject>[] => [
  {
    name: 'resume: a snapshot at any point goes on as if never interrupted',
    check: async ({ decipherer }) =>
      fc.assert(
        fc.property(anyChunks, fc.nat(), (chunks, at) => {
          const split = at % (chunks.length + 1)
          const first = decipherer.createSession()
          const before = chunks.slice(0, split).flatMap((chunk) => first.push(chunk))
          const after = rest(decipherer.createSession(first.snapshot()), chunks.slice(split))
          same([...before, ...after], allEvents(decipherer, chunks), 'events')
        }),
        { numRuns },
      ),
  },
  {
    name: 'resume: at every byte and UTF-16 unit, inside code points and pairs too',
    check: async ({ decipherer, decrypt }) =>
      fc.assert(
        fc.property(fc.oneof(anyText, anyBytes), (whole) => {
          const events = allEventsMoving(decipherer, shred(whole))
          same(events, allEvents(decipherer, shred(whole)), 'events')
          same(finalText(events), decrypt(textOf([whole], decipherer.carries)), 'text')
        }),
        { numRuns },
      ),
  },
  {
    name: 'resume: what a snapshot was restored from is what a snapshot gives, and none changes the session',
    check: async ({ decipherer }) =>
      fc.assert(
        fc.property(anyChunks, (chunks) => {
          const session = decipherer.createSession()
          const events = chunks.flatMap((chunk) => {
            const told = session.push(chunk)
            const snapshot = session.snapshot()
            same([...decipherer.createSession(snapshot).snapshot()], [...snapshot], 'snapshot')
            snapshot.fill(0)
            return told
          })
          same([...events, ...session.flush()], allEvents(decipherer, chunks), 'events')
        }),
        { numRuns },
      ),
  },
  {
    name: 'isolation: sessions that take turns at random give what each gives alone',
    check: async ({ decipherer }) =>
      fc.assert(
        fc.property(
          fc.array(anyChunks, { minLength: 2, maxLength: 4 }),
          fc.infiniteStream(fc.nat()),
          (streams, turns) => {
            const open = streams.map((chunks) => ({
              session: decipherer.createSession(),
              waiting: [...chunks],
              events: [] as DecipherEvent[],
            }))
            let waiting = open
            for (const turn of turns) {
              const stream = waiting[turn % waiting.length]
              const chunk = stream.waiting.shift()
              stream.events.push(
                ...(chunk === undefined ? stream.session.flush() : stream.session.push(chunk)),
              )
              if (chunk === undefined) waiting = waiting.filter((other) => other !== stream)
              if (waiting.length === 0) break
            }
            open.forEach(({ events }, i) => {
              same(events, allEvents(decipherer, streams[i]), `events of stream ${i}`)
            })
          },
        ),
        { numRuns },
      ),
  },
  {
    name: 'bounded memory: no snapshot is larger than stated, however long the stream',
    check: async ({ decipherer, snapshotBytes }) => {
      const check = (session: DecipherSession) => {
        const { length } = session.snapshot()
        same(length <= snapshotBytes, true, `a snapshot of ${length} bytes is within ${snapshotBytes}`)
      }
      fc.assert(
        fc.property(anyChunks, (chunks) => {
          const session = decipherer.createSession()
          for (const chunk of chunks) {
            session.push(chunk)
            check(session)
          }
        }),
        { numRuns },
      )
      const session = decipherer.createSession()
      for (let i = 0; i < 20; i++) session.push('Gdwd, 3 😀 gdwd. '.repeat(100))
      session.push('\ud83d')
      session.push(Uint8Array.of(0xf0, 0x9f, 0x98))
      check(session)
    },
  },
  ...lossLaws,
  ...traceLaws(numRuns),
]
