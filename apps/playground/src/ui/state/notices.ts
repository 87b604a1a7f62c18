import { type Signal, signal } from '@preact/signals'

/** A line above the texts that says what is out of the ordinary, and what can be done about it. */
export interface Notice {
  readonly id: string
  readonly kind: 'plain' | 'wait' | 'bad'
  readonly words: string
  readonly action?: { readonly words: string; run(): void }
  /** Whether its words change all the time, so that nobody wants to hear each of them. */
  readonly isQuiet?: boolean
  /** Part of a work that is done, from 0 to 1. */
  readonly progress?: number
  /** Whether a person may put it away. */
  readonly canClose?: boolean
}

/** Notices that events have left, one for each `id`, the latest first. */
export class Notices {
  readonly all: Signal<readonly Notice[]> = signal([])

  show(notice: Notice): void {
    this.all.value = [notice, ...this.all.value.filter(({ id }) => id !== notice.id)]
  }

  close(id: string): void {
    if (this.all.value.some((notice) => notice.id === id)) {
      this.all.value = this.all.value.filter((notice) => notice.id !== id)
    }
  }
}
