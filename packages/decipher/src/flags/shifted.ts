import type { SessionWatch } from '../decipherer.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { SymbolTrace } from '../session/symbol-trace.ts'

/** An event of a session that began so many UTF-16 units, and letters, after the stream did. */
export const shifted = (
  event: DecipherEvent,
  { units, letters }: { units: number; letters: number },
): DecipherEvent => {
  const start = event.start + units
  return event.type === 'done' ? { ...event, start, letters: event.letters + letters } : { ...event, start }
}

/** The watch of such a session by somebody who watches the stream. @param units UTF-16 units after which it began */
export const shiftedWatch = (
  watch: SessionWatch | undefined,
  units: () => number,
): SessionWatch | undefined => {
  const take = watch?.trace
  return take && { trace: (trace) => take(shiftedTrace(trace, units())) }
}

const shiftedTrace = (trace: SymbolTrace, units: number): SymbolTrace =>
  units === 0
    ? trace
    : {
        start: trace.start + units,
        unit: trace.unit,
        likely: trace.likely,
        unknown: trace.unknown,
        best() {
          const best = trace.best()
          return best && { ...best, since: best.since + units }
        },
        keys: () => trace.keys(),
        expected: () => trace.expected(),
        state: () => trace.state(),
        fit: () => trace.fit(),
      }
