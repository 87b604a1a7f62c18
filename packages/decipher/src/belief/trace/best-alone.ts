import type { CipherSymbol } from '../../keys/symbol.ts'
import type { KeyTrace } from '../../session/symbol-trace.ts'
import type { Belief } from '../belief.ts'

/** The trace of a symbol to a belief that takes none: its best key is all there is to tell. None where no key has read it. */
export const bestAlone = (keys: Belief | undefined, symbol: CipherSymbol): KeyTrace => ({
  unknown: 1,
  best: () => keys && { named: keys.key, since: 0 },
  keys: () =>
    keys
      ? [{ named: keys.key, weight: keys.probability, likely: undefined, unit: keys.reading(symbol) }]
      : [],
  expected: () => undefined,
  state: () => undefined,
})
