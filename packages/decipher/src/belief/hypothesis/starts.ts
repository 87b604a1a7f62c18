import type { StartingKey } from './hypothesis.ts'

/** A change to each listed key, in their order, where it is most probable. */
export interface Starts {
  /** The step from which it is. */
  readonly from: Uint8Array
  /** Its weight, if the letters since speak neither for the key nor against it. 0 where there can be none. */
  readonly neutral: Float64Array
  /** Its weight, if the letters since say as much for the key as may be hoped. */
  readonly hoped: Float64Array
}

/** Room for the answers of `findStarts`. */
export interface StartsScratch extends Starts {
  /** Row and prior of each key. */
  readonly rows: Uint16Array
  readonly priors: Float64Array
  /** Of the letters since, how many times likelier they may be under the key than they were. */
  readonly since: Float64Array
}

/** Makes room for keys. */
export const createStarts = (keys: readonly StartingKey[]): StartsScratch => ({
  rows: Uint16Array.from(keys, ({ row }) => row),
  priors: Float64Array.from(keys, ({ prior }) => prior),
  from: new Uint8Array(keys.length),
  neutral: new Float64Array(keys.length),
  hoped: new Float64Array(keys.length),
  since: new Float64Array(keys.length),
})
