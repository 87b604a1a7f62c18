import { createCaesar, readChunk } from '@runnel/core'
import type { RnnModel } from '@runnel/rnn-model'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDecipherer, type Decipherer } from '../decipherer.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import { brokenLaws } from './broken-laws.ts'
import { createRecallingModel, decipherWhole, type SessionSubject, sessionLaws } from './index.ts'

beforeAll(() => fc.configureGlobal({ seed: 1 }))
afterAll(() => fc.resetConfigureGlobal())

const byKey = createDecipherer({ cipher: 'caesar', key: '3' })
const model = createRecallingModel()

const keyed = (decipherer: Decipherer, snapshotBytes = 217): SessionSubject => ({
  decipherer,
  decrypt: (ciphertext) => createCaesar().decrypt(ciphertext, { shift: 3 }),
  snapshotBytes,
})

/** Sessions with some of their methods changed. */
const changed = (change: (session: DecipherSession) => Partial<DecipherSession>): Decipherer => ({
  createSession(snapshot) {
    const session = byKey.createSession(snapshot)
    return { ...session, ...change(session) }
  },
})

/** A net with some of its methods changed. */
const changedNet = (change: Partial<RnnModel>): SessionSubject => ({
  decipherer: createDecipherer({ model: { ...model, ...change } }),
  decrypt: decipherWhole(model),
  snapshotBytes: 400,
})

const attempt = <T>(act: () => T, otherwise: () => T): T => {
  try {
    return act()
  } catch {
    return otherwise()
  }
}

/** Adds all that was read to each snapshot. */
const hoarding: Decipherer = {
  createSession(snapshot?: Uint8Array) {
    let read = snapshot ? snapshot[snapshot.length - 1] : 0
    const session = byKey.createSession(snapshot?.subarray(0, snapshot.length - 1 - read))
    return {
      ...session,
      push(chunk) {
        const events = session.push(chunk)
        read = Math.min(255, read + readChunk(chunk).length)
        return events
      },
      snapshot: () => Uint8Array.of(...session.snapshot(), ...Array(read).fill(0), read),
    }
  },
}

/** Tells each chunk as a symbol, wherever text is cut. */
const tellingChunks: Decipherer = {
  createSession(snapshot, watch) {
    const session = byKey.createSession(snapshot)
    return {
      ...session,
      push(chunk) {
        const [unit, likely, unknown] = [readChunk(chunk).length, 1, 0]
        const nothing = () => undefined
        const told = { keys: () => [], best: nothing, expected: nothing, state: nothing, fit: nothing }
        watch?.trace?.({ ...told, start: 0, unit, likely, unknown })
        return session.push(chunk)
      },
    }
  },
}

const [point, every, same] = ['resume: a snapshot at any point', 'resume: at every byte', 'resume: what a']
const [isolation, memory] = ['isolation', 'bounded memory']
const [damaged, ended, wrong] = ['cut short anywhere', 'after the end', 'neither text nor bytes']
const [watched, seen] = ['trace: a session that is watched', 'trace: the same however']
const shared = byKey.createSession()
const sharedState = model.createState()

test.each<[string, SessionSubject, string[]]>([
  ['none', keyed(byKey), []],
  ['none, with a net', changedNet({}), []],
  [
    'snapshots forgotten',
    keyed({ createSession: () => byKey.createSession() }),
    [point, every, same, damaged, ended],
  ],
  [
    'snapshots half forgotten',
    keyed({
      createSession: (snapshot) =>
        attempt(
          () => byKey.createSession(snapshot),
          () => byKey.createSession(),
        ),
    }),
    [damaged],
  ],
  [
    'one session for all',
    keyed({ createSession: (snapshot) => (snapshot ? byKey.createSession(snapshot) : shared) }),
    [point, every, same, isolation, memory, damaged, ended, wrong, watched, seen],
  ],
  [
    'a snapshot that ends the session',
    keyed(
      changed((session) => ({
        snapshot() {
          const snapshot = session.snapshot()
          session.flush()
          return snapshot
        },
      })),
    ),
    [same, memory],
  ],
  ['traces of chunks', keyed(tellingChunks), [seen]],
  ['a bound too low', keyed(byKey, 170), [memory]],
  ['snapshots that grow', keyed(hoarding, 217 + 1), [memory, damaged]],
  [
    'pushes after the end ignored',
    keyed(
      changed((session) => ({
        push: (chunk) =>
          attempt(
            () => session.push(chunk),
            () => [],
          ),
      })),
    ),
    [ended, wrong],
  ],
  [
    'a state that loses a number',
    changedNet({
      loadState(values) {
        values[20] = 0
        return model.loadState(values)
      },
    }),
    [point, every, same],
  ],
  [
    'one state for all',
    changedNet({ createState: () => sharedState }),
    [point, every, same, isolation, ended, wrong, watched],
  ],
])('%s', async (_, subject, expected) => {
  expect(await brokenLaws(sessionLaws(40), subject)).toEqual(
    expected.map((part) => expect.stringContaining(part)),
  )
})
