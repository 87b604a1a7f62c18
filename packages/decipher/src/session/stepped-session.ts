import type { Chunk } from '@runnel/core'
import { atOnce, finish, type InSteps } from '../in-steps.ts'
import type { DecipherSession } from './decipher-session.ts'
import type { DecipherEvent } from './events.ts'

/**
 * The calls of a session that stop on the way, where a letter takes long: for programs that have others to answer meanwhile.
 * What they give is the same, and so is the session afterwards; until then nothing else may be called but `free`.
 */
export interface SteppedSession {
  push(chunk: Chunk): InSteps<DecipherEvent[]>
  settle(): InSteps<DecipherEvent[]>
  flush(): InSteps<DecipherEvent[]>
}

/** A session that stops on the way where `stops` says so. */
export interface StoppingSession extends Pick<DecipherSession, 'snapshot' | 'free'> {
  push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]>
  settle(stops: boolean): InSteps<DecipherEvent[]>
  flush(stops: boolean): InSteps<DecipherEvent[]>
}

const stepped = new WeakMap<DecipherSession, SteppedSession>()

/** The session as a plain object, which others may spread to wrap it. */
export const plainSession = (session: StoppingSession): DecipherSession => {
  const plain: DecipherSession = {
    push: (chunk) => finish(session.push(chunk, false)),
    settle: () => finish(session.settle(false)),
    flush: () => finish(session.flush(false)),
    snapshot: () => session.snapshot(),
    free: () => session.free(),
  }
  stepped.set(plain, {
    push: (chunk) => session.push(chunk, true),
    settle: () => session.settle(true),
    flush: () => session.flush(true),
  })
  return plain
}

/**
 * The calls of a session, made to stop on the way. A session that wraps another, and knows no better, does without.
 *
 * @example
 * import { createDecipherer, inSteps } from '@runnel/decipher'
 * const session = createDecipherer({ cipher: 'caesar', key: '3' }).createSession()
 * const reading = inSteps(session).push('L Olnh Dssohv')
 * let step = reading.next()
 * while (!step.done) step = reading.next() // others may be heard in between
 * step.value // the events
 */
export const inSteps = (session: DecipherSession): SteppedSession => stepped.get(session) ?? whole(session)

/** The calls of a session within another one, made to stop where that one stops. */
export const within = (session: DecipherSession, stops: boolean): SteppedSession =>
  stops ? inSteps(session) : whole(session)

const whole = (session: DecipherSession): SteppedSession => ({
  push: (chunk) => atOnce(() => session.push(chunk)),
  settle: () => atOnce(() => session.settle()),
  flush: () => atOnce(() => session.flush()),
})
