import type { Noise } from './noise.ts'

/** Options of cutting windows from a text. */
export interface Sampling {
  /** Carries a stream's state from window to window. Without it and with windows of one step a net is feed-forward. */
  carry: boolean
  /** Probability that a stream's window starts afresh: at a random word, with a state of zeros. */
  fresh: number
  /** Probability that a stream which starts afresh leaves out everything but letters and digits. */
  spaceless: number
  /**
   * Extra weight of the first symbols of a stream, since a stream has few of them: the nth, from 0, has the
   * weight 1 + early · e^(−n/10).
   */
  early: number
  /** Probability at each letter that the key changes; for nets that decipher. */
  keyChange: number
  /** Wrong, lost and doubled letters; none unless given. */
  noise?: Noise
}

/** Weight of a stream's nth symbol in the loss. */
export const importance = ({ early }: Sampling, n: number): number => 1 + early * Math.exp(-n / 10)
