import type { Output } from './output.ts'

/**
 * One direction of an encoding as a stepper: it takes a unit at a time and moves its state, so that text may be cut
 * anywhere. Units are UTF-16 units of text, or bytes.
 */
export interface Coding {
  /** Numbers carried from unit to unit, all 0 before the first one of a text. */
  readonly stateLength: number
  /** Units that it takes at the most, where it has to hold them all until the end. */
  readonly most?: number
  /** Takes the next unit and puts out what it completes. Mutates `state`. @returns whether such a unit may stand there */
  step(unit: number, state: Int32Array, output: Output): boolean
  /**
   * Takes units of a chunk at once, from one on, as far as that is faster than by steps. Mutates `state`.
   *
   * @returns the unit at which it stopped, for a step
   */
  takeMany?(chunk: string | Uint8Array, from: number, state: Int32Array, output: Output): number
  /** Puts out what the end completes. @returns whether the text may end there */
  end(state: Int32Array, output: Output): boolean
  /** Why the last unit was refused, where that does not hang on the sign. */
  reasonOf?(state: Int32Array): string | undefined
}
