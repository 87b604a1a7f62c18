/** Milliseconds after which what waits for an idle moment comes without one. */
const PATIENCE = 100

/** Calls back once nothing else is to be done, one call a frame: what is drawn so never falls into one frame together. */
export class Turns {
  readonly #waiting = new Set<() => void>()
  #isDue = false

  /** Waits for its turn. @returns a function that calls it off */
  take(call: () => void): () => void {
    this.#waiting.add(call)
    this.#goOn()
    return () => this.#waiting.delete(call)
  }

  #goOn(): void {
    if (this.#isDue || this.#waiting.size === 0) return
    this.#isDue = true
    onceIdle(() => {
      requestAnimationFrame(() => {
        this.#isDue = false
        this.#goOn()
      })
      const [call] = this.#waiting
      this.#waiting.delete(call)
      call?.()
    })
  }
}

/** Some browsers do not tell when they are idle. */
const onceIdle = (call: () => void): unknown =>
  globalThis.requestIdleCallback?.(call, { timeout: PATIENCE }) ?? setTimeout(call, PATIENCE / 4)
