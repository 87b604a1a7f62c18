/** UTF-16 units of a text from which on nobody follows single letters while it is read. */
const LONG = 4000

/**
 * Milliseconds between two drawings while such a text is read: more of them would leave garbage, and no more to see. A browser
 * lays out much of a text when it grows, so that they come more rarely the longer it is: the first figure, as much again for
 * each so many UTF-16 units, and the most.
 */
const [PAUSE, UNITS_A_PAUSE, MOST] = [100, 20_000, 1000]

/** UTF-16 units of a text that have been read, and that are being read. */
export interface Progress {
  readonly read: number
  readonly left: number
}

/** Whether a text passes by that nobody follows letter by letter. */
export const passesBy = ({ read, left }: Progress): boolean => left > 0 && read + left > LONG

/** Draws what has come once an animation frame at the most, and less often while a long text is read. */
export class DrawingPace {
  readonly #draw: () => void
  #isAsked = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #last = Number.NEGATIVE_INFINITY

  constructor(draw: () => void) {
    this.#draw = draw
  }

  /** Asks for a drawing. */
  ask(progress: Progress): void {
    const isFar = passesBy(progress)
    if (!isFar && this.#timer !== undefined) {
      // The end is not kept waiting.
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#isAsked = false
    }
    if (this.#isAsked) return
    this.#isAsked = true
    const pause = Math.min(MOST, PAUSE * (1 + progress.read / UNITS_A_PAUSE))
    const wait = isFar ? this.#last + pause - performance.now() : 0
    if (wait > 0) this.#timer = setTimeout(() => this.#soon(), wait)
    else this.#soon()
  }

  #soon(): void {
    this.#timer = undefined
    requestAnimationFrame(() => {
      this.#isAsked = false
      this.#last = performance.now()
      this.#draw()
    })
  }
}
