import type { KeyTrace } from '../../session/symbol-trace.ts'

/** The trace of a symbol that no key has read. */
export const noKeys: KeyTrace = {
  unknown: 1,
  best: () => undefined,
  keys: () => [],
  expected: () => undefined,
  state: () => undefined,
}
