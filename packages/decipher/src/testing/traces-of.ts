import type { Fit } from '../session/events.ts'
import type { SymbolTrace, TracedKey } from '../session/symbol-trace.ts'

/** A trace as plain values, to be kept and compared. */
export interface KeptTrace extends Pick<SymbolTrace, 'start' | 'unit' | 'likely' | 'unknown'> {
  readonly fit: Fit | undefined
  readonly best: ReturnType<SymbolTrace['best']>
  readonly keys: TracedKey[]
  readonly expected: number[] | undefined
  readonly state: number[] | undefined
}

/** Copies a trace, with all that its methods tell, before the session reads on. */
export const keptTrace = ({ start, unit, likely, unknown, ...trace }: SymbolTrace): KeptTrace => {
  const [expected, state] = [trace.expected(), trace.state()]
  return {
    start,
    unit,
    likely,
    unknown,
    fit: trace.fit(),
    best: trace.best(),
    keys: trace.keys(),
    expected: expected && [...expected],
    state: state && [...state],
  }
}
