import type { Belief } from '../belief.ts'
import type { SoughtText } from './sought-text.ts'

/** A belief about a key while it is sought, in a text that it keeps. */
export interface KeySought<Found> extends Belief {
  readonly text: SoughtText
  /** The key that is next to certain, if there is one; at the end of the window the best. */
  readonly found: Found | undefined
}
