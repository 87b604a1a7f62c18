/** Has frames told at the pace at which they are drawn, unless it is stopped. */
export class FramePace {
  readonly #defer: (call: () => void) => void
  readonly #tell: () => void
  #isDue = false
  isStopped = false

  /** @param defer calls back when the page draws next */
  constructor(defer: (call: () => void) => void, tell: () => void) {
    this.#defer = defer
    this.#tell = tell
  }

  /** Something has come that is to be told. */
  ask(): void {
    if (this.#isDue || this.isStopped) return
    this.#isDue = true
    this.#defer(() => {
      this.#isDue = false
      if (!this.isStopped) this.#tell()
    })
  }
}
