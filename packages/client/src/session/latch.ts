interface Waiter {
  condition: () => boolean
  resolve(): void
  reject(error: unknown): void
}

/** Lets callers wait for conditions, which are looked at whenever something has changed. */
export class Latch {
  readonly #waiting = new Set<Waiter>()
  #failure: { error: unknown } | undefined

  /** Resolves once the condition holds; rejects once the latch has failed and it does not. */
  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve()
    if (this.#failure) return Promise.reject(this.#failure.error)
    return new Promise((resolve, reject) => this.#waiting.add({ condition, resolve, reject }))
  }

  /** Says that something has changed. */
  changed(): void {
    for (const waiter of this.#waiting) {
      if (!waiter.condition()) continue
      this.#waiting.delete(waiter)
      waiter.resolve()
    }
  }

  /** Rejects all that wait, and later ones that would. */
  fail(error: unknown): void {
    this.#failure ??= { error }
    for (const { reject } of this.#waiting) reject(error)
    this.#waiting.clear()
  }
}
