import { countText, createTextCounts, describeText } from '@runnel/core/looks'
import { TextInput } from '../input/text-input.ts'
import type { DecipherSession } from './decipher-session.ts'
import { plainSession, within } from './stepped-session.ts'

/**
 * The same session, which also counts what it reads, and whose `done` has the `looks` of the ciphertext where no key
 * explains it (`cipher: "unknown"`). The counts are no part of snapshots: for sessions that are read from start to end.
 *
 * @example
 * import { createDecipherer, tellingLooks } from '@runnel/decipher'
 * const session = tellingLooks(createDecipherer({ cipher: 'caesar', key: '3' }).createSession())
 */
export const tellingLooks = (session: DecipherSession): DecipherSession => {
  const counts = createTextCounts()
  const input = new TextInput()
  return plainSession({
    *push(chunk, stops) {
      const events = yield* within(session, stops).push(chunk)
      countText(counts, input.read(chunk))
      return events
    },
    settle: (stops) => within(session, stops).settle(),
    *flush(stops) {
      countText(counts, input.end())
      const events = yield* within(session, stops).flush()
      return events.map((event) =>
        event.type === 'done' && event.cipher === 'unknown'
          ? { ...event, looks: describeText(counts) }
          : event,
      )
    },
    snapshot: () => session.snapshot(),
    free: () => session.free(),
  })
}
