/** The page as it stands after so many letters of its first example: what of it changes from letter to letter. */
export interface FirstFrame {
  /** Markup of the verdict's sentence, of the figures below it, and of the note above the plaintext. */
  readonly heading: string
  readonly facts: string
  readonly note: string
  /** Text that is settled, and text that waits. */
  readonly settled: string
  readonly waiting: string
}

/** All that is shown of the first example before the page's own script runs. */
export interface FirstFrames {
  /** Markup of the whole page, as it is drawn first. */
  readonly markup: string
  readonly ciphertext: string
  readonly frames: readonly FirstFrame[]
}

/** Name of the letters shown so far, on the page's root, as long as the example plays without the page's own script. */
export const PLAYED = 'played'

/** The same of a text that was pasted meanwhile, which is in the field then. */
export const PASTED = 'pasted'
