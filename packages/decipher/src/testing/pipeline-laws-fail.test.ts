import type { Chunk } from '@runnel/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Decipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import { brokenLaws } from './broken-laws.ts'
import { type Pipeline, type PipelineRun, pipelineLaws } from './index.ts'

beforeAll(() => fc.configureGlobal({ seed: 1 }))
afterAll(() => fc.resetConfigureGlobal())

/** Faults of the pipeline under test. */
interface Faults {
  open(decipherer: Decipherer, run: PipelineRun): DecipherSession
  free(session: DecipherSession, error?: unknown): void
  flush(session: DecipherSession): string
  push(session: DecipherSession, chunk: Chunk): string
  failWith(error: unknown): { error?: unknown }
  leave(source: Iterator<Chunk>): void
}

const right: Faults = {
  open: (decipherer, { snapshot }) => decipherer.createSession(snapshot),
  free: (session) => session.free(),
  flush: (session) => finalText(session.flush()),
  push: (session, chunk) => finalText(session.push(chunk)),
  failWith: (error) => ({ error }),
  leave: (source) => source.return?.(),
}

const pipelineWith = (faults: Partial<Faults>): Pipeline => {
  const { open, free, flush, push, failWith, leave } = { ...right, ...faults }
  return async (decipherer, source, run) => {
    let text = ''
    let session: DecipherSession | undefined
    try {
      session = open(decipherer, run)
      const chunks = source[Symbol.iterator]()
      let outputs = 0
      for (let next = chunks.next(); !next.done; next = chunks.next()) {
        text += push(session, next.value)
        await undefined
        if (++outputs === run.leaveAfter) {
          leave(chunks)
          free(session)
          return { text }
        }
      }
      text += flush(session)
      free(session)
      return { text }
    } catch (error) {
      if (session) free(session, error)
      return { text, ...failWith(error) }
    }
  }
}

const [resume, refused, isolation] = ['goes on as if', 'another key is refused', 'isolation']
const [end, leaving, source, chunk] = [
  'at the end',
  'who leaves',
  'a fault of the source',
  'neither text nor bytes',
]
const sessions = new Map<Decipherer, DecipherSession>()

test.each<[string, Partial<Faults>, string[]]>([
  ['none', {}, []],
  ['nothing freed', { free: () => {} }, [end, leaving, source, chunk]],
  ['not freed after a fault', { free: (session, error) => error || session.free() }, [source, chunk]],
  ['snapshots forgotten', { open: (decipherer) => decipherer.createSession() }, [resume, refused]],
  ['no flush', { flush: () => '' }, [resume, isolation, end]],
  ['faults swallowed', { failWith: () => ({}) }, [refused, source, chunk]],
  ['another error', { failWith: () => ({ error: new Error('it failed') }) }, [refused, source, chunk]],
  ['a source left open', { leave: () => {} }, [leaving]],
  [
    'a bad chunk left out',
    { push: (session, part) => (typeof part === 'number' ? '' : right.push(session, part)) },
    [chunk],
  ],
  [
    'a session for all of a decipherer',
    {
      open(decipherer, run) {
        const session = sessions.get(decipherer) ?? right.open(decipherer, run)
        sessions.set(decipherer, session)
        return session
      },
    },
    [resume, isolation, leaving, source, chunk],
  ],
])('%s', async (_, faults, expected) => {
  expect(await brokenLaws(pipelineLaws(100), pipelineWith(faults))).toEqual(
    expected.map((part) => expect.stringContaining(part)),
  )
})
