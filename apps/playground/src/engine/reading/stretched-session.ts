import {
  type CipherChoice,
  createDecipherer,
  type DecipherEvent,
  type DecipherOptions,
  type DecipherSession,
} from '@runnel/decipher'
import type { KnownStretch } from '../options.ts'

/**
 * A session of a text whose keys are known, stretch by stretch: a session of its own for each.
 *
 * @param cipherOf finds the cipher of a stretch
 */
export const createStretchedSession = (
  stretches: readonly KnownStretch[],
  cipherOf: (stretch: KnownStretch) => DecipherOptions['cipher'],
): Pick<DecipherSession, 'push' | 'flush' | 'free'> => {
  const sorted = [...stretches].sort((a, b) => a.start - b.start)
  const open = (stretch: KnownStretch): DecipherSession =>
    createDecipherer({
      cipher: cipherOf(stretch) ?? (stretch.cipher as CipherChoice),
      key: stretch.key,
    }).createSession()
  const sessions = sorted.map(open)
  let [position, at] = [0, 0]
  let letters = 0
  const end = (): DecipherEvent[] => sessions[at].flush()
  const placed = (events: readonly DecipherEvent[], start: number): DecipherEvent[] =>
    events.map((event) => ({ ...event, start: event.start + start }))
  const count = (events: readonly DecipherEvent[]): DecipherEvent[] =>
    events.flatMap((event) => {
      if (event.type !== 'done') return [event]
      letters += event.letters
      return []
    })
  const startOf = (index: number): number => (index === 0 ? 0 : sorted[index].start)
  return {
    push(chunk) {
      const text = String(chunk)
      const events: DecipherEvent[] = []
      for (let from = 0; from < text.length; ) {
        const next = sorted[at + 1]?.start ?? Number.POSITIVE_INFINITY
        if (position >= next) {
          events.push(...count(placed(end(), startOf(at))))
          at++
          continue
        }
        const to = Math.min(text.length, from + next - position)
        events.push(...placed(sessions[at].push(text.slice(from, to)), startOf(at)))
        position += to - from
        from = to
      }
      return events
    },
    flush: () =>
      placed(end(), startOf(at)).map((event) =>
        event.type === 'done' ? { ...event, letters: letters + event.letters } : event,
      ),
    free() {
      for (const session of sessions) session.free()
    },
  }
}
