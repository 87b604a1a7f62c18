/** The gain of the best key of a family. */
export interface Fit {
  /** Bits that the reading gains as English over letters that are all as likely, without those that the key takes to tell. */
  readonly gain: number
  /** Letters of the key, where it repeats. */
  readonly period: number
}

/** The better of two fits. */
export const better = (a: Fit, b: Fit): Fit => (b.gain > a.gain ? b : a)

/** The fit of a text that is too short for any. */
export const NONE: Fit = { gain: 0, period: 0 }
