import { InvalidOptionError } from '@runnel/core'
import { SessionEndedError, SnapshotFormatError } from '../errors.ts'
import { finalText } from '../pipelines/streams.ts'
import type { Law } from './laws.ts'
import { same } from './same.ts'
import type { SessionSubject } from './session-subject.ts'

/** Bytes of a snapshot of which every bit is tried. */
const BEGINNING = 64

interface ErrorKind {
  isInstance(value: unknown): boolean
}

/** Throws unless `act` throws an error of that kind. */
const refuses = (act: () => unknown, kind: ErrorKind, what: string): void => {
  let thrown: unknown = 'nothing'
  try {
    act()
  } catch (error) {
    thrown = error
  }
  if (!kind.isInstance(thrown)) throw new Error(`${what}: threw ${thrown}`)
}

/** Law 8, nothing lost: faults are typed errors, and leave what was given valid. */
export const lossLaws: readonly Law<SessionSubject>[] = [
  {
    name: 'nothing lost: a snapshot cut short anywhere, with one bit altered, or longer, is refused',
    check: async ({ decipherer }) => {
      const session = decipherer.createSession()
      session.push('Gdwd')
      session.push(Uint8Array.of(0x67, 0xf0, 0x9f))
      const snapshot = session.snapshot()
      const restore = (bytes: Uint8Array, what: string) =>
        refuses(() => decipherer.createSession(bytes), SnapshotFormatError, what)
      restore(Uint8Array.of(...snapshot, 0), 'one byte more')
      const restoreAltered = (i: number, bit: number) => {
        const altered = snapshot.slice()
        altered[i] ^= 1 << bit
        restore(altered, `bit ${bit} of byte ${i}`)
      }
      // Every bit of the beginning, the header in it; of what follows one of each byte, of large ones of some hundreds.
      const step = Math.ceil(snapshot.length / 500)
      for (let i = 0; i < snapshot.length; i += i < BEGINNING ? 1 : step) {
        restore(snapshot.subarray(0, i), `cut to ${i} bytes`)
        if (i >= BEGINNING) restoreAltered(i, i % 8)
        else for (let bit = 0; bit < 8; bit++) restoreAltered(i, bit)
      }
    },
  },
  {
    name: 'nothing lost: after the end a push is refused, in the session and in one from its snapshot',
    check: async ({ decipherer, decrypt }) => {
      const session = decipherer.createSession()
      const given = [...session.push('Gdwd'), ...session.flush()]
      const restored = decipherer.createSession(session.snapshot())
      for (const ended of [session, restored]) {
        refuses(() => ended.push('gdwd'), SessionEndedError, 'push')
        refuses(() => ended.push(''), SessionEndedError, 'push of nothing')
        same(ended.flush(), [], 'second flush')
      }
      same(finalText(given), decrypt('Gdwd'), 'text given')
    },
  },
  {
    name: 'nothing lost: a chunk that is neither text nor bytes is refused, and changes nothing',
    check: async ({ decipherer, decrypt }) => {
      const session = decipherer.createSession()
      let text = finalText(session.push('Gd\ud83d'))
      for (const chunk of [undefined, null, 42, {}, [103], new Blob(['gd'])]) {
        refuses(() => session.push(chunk as unknown as string), InvalidOptionError, `push of ${chunk}`)
      }
      text += finalText(session.push('\ude00wd')) + finalText(session.flush())
      same(text, decrypt('Gd😀wd'), 'text')
    },
  },
]
