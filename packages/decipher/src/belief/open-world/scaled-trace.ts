import { UNKNOWN } from '../../keys/unknown.ts'
import type { PossibleKey } from '../../session/inference.ts'
import type { KeyTrace } from '../../session/symbol-trace.ts'
import { UNKNOWN_ODDS } from './constants.ts'
import type { UnknownOdds } from './unknown-odds.ts'

/** The trace of keys that share what is left by the possibility that none of them explains the text. */
export const scaledTrace = (trace: KeyTrace, { explained, isTold }: UnknownOdds): KeyTrace => ({
  ...trace,
  unknown: 1 - explained,
  best: () => (isTold ? undefined : trace.best()),
  keys: () => trace.keys().map((key) => ({ ...key, weight: key.weight * explained })),
})

/** Keys that share the same, and the possibility beside them where it is worth a thought. */
export const scaledKeys = (
  keys: readonly PossibleKey[],
  { explained, value }: UnknownOdds,
): PossibleKey[] => {
  const none = { ...UNKNOWN, probability: 1 - explained, read: (text: string) => text }
  const some = keys.map((key) => ({ ...key, probability: key.probability * explained }))
  return value < UNKNOWN_ODDS ? some : [...some, none]
}
