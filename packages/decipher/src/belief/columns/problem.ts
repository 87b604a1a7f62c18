import type { SoughtText } from '../locked/sought-text.ts'
import type { Costs } from './costs.ts'

/** A key of a lane: its values, one for each place. */
export type PeriodKey = Uint8Array

/** A text to be solved, in a language. */
export interface Problem {
  readonly text: SoughtText
  readonly costs: Costs
  /** Costs of the last of four symbols in text with spaces, `[id, id, id, id]`, where this text has none. */
  readonly spaced: Uint8Array | undefined
  /** Token id of a space. */
  readonly space: number
  /** Values that a place may have, and each of them. */
  readonly values: number
  readonly every: Uint8Array
  /** Steps of all searches so far: what each takes of the time of a small net's step. */
  readonly work: { steps: number }
  /** Token id of each symbol whose plaintext is known, or 0, `[symbols]`. */
  readonly known: Uint8Array
}
