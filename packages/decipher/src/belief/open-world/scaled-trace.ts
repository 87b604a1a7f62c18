import type { KeyTrace } from '../../session/symbol-trace.ts'
import type { UnknownOdds } from './unknown-odds.ts'

/** The trace of keys that share what is left by the possibility that none of them explains the text. */
export const scaledTrace = (trace: KeyTrace, { explained, isTold }: UnknownOdds): KeyTrace => ({
  ...trace,
  unknown: 1 - explained,
  best: () => (isTold ? undefined : trace.best()),
  keys: () => trace.keys().map((key) => ({ ...key, weight: key.weight * explained })),
})
