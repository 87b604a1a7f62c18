import type { Belief } from '../belief/belief.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { TakeTrace } from '../session/symbol-trace.ts'

/** Hands out what a belief tells of the symbol that it has just read, and nothing where it tells nothing. */
export const symbolTraceOf = (
  belief: Belief,
  symbol: CipherSymbol,
  likely: number,
  take: TakeTrace,
): void => {
  const trace = belief.trace?.(symbol)
  if (!trace) return
  const { position: start, unit } = symbol
  take({ ...trace, start, unit, likely, fit: () => belief.fit })
}
