import type { Decipherer } from '../decipherer.ts'

/** Means of looking at a text again. */
export interface AgainMeans {
  /** Tells these means from all others, so that a snapshot is never restored under others. */
  readonly name: string
  /** The decipherers that are worth trying on a whole text that was not read, such as those of transpositions. */
  others(text: string): Iterable<Decipherer>
}
