/** UTF-16 units that are still to be read, above which nobody follows single letters. */
const FAR = 4000

/** Milliseconds between two drawings while so much is still to be read: more of them would leave garbage, and no more to see. */
const PAUSE = 100

/** Draws what has come once an animation frame at the most, and less often while a long text is read. */
export class DrawingPace {
  readonly #draw: () => void
  #isAsked = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #last = Number.NEGATIVE_INFINITY

  constructor(draw: () => void) {
    this.#draw = draw
  }

  /** Asks for a drawing. @param left UTF-16 units that are still to be read */
  ask(left: number): void {
    const isFar = left > FAR
    if (!isFar && this.#timer !== undefined) {
      // The end is not kept waiting.
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#isAsked = false
    }
    if (this.#isAsked) return
    this.#isAsked = true
    const wait = isFar ? this.#last + PAUSE - performance.now() : 0
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
