import type { Candidate, DecipherEvent, DoneEvent } from '@runnel/decipher'

/** A whole answer as one object. */
export interface Deciphered extends Omit<DoneEvent, 'type' | 'start'> {
  text: string
  candidates?: readonly Candidate[]
  /** Of each UTF-16 unit: how probable it was when it was told last; null for what was final at once. */
  confidences?: readonly (number | null)[]
}

/** Gathers the events of a stream into one answer. Holds all of its text. */
export class DecipheredText {
  readonly #withConfidences: boolean
  #text = ''
  readonly #confidences: (number | null)[] = []
  /** Of the text that is not final yet. */
  #waiting: readonly number[] = []
  #candidates: readonly Candidate[] | undefined

  constructor(withConfidences: boolean) {
    this.#withConfidences = withConfidences
  }

  /** Takes events in. @returns the answer, with the last of them */
  take(events: readonly DecipherEvent[]): Deciphered | undefined {
    for (const event of events) {
      if (event.type === 'final') this.#settle(event.text)
      else if (event.type === 'interim') this.#waiting = event.confidence ?? []
      else if (event.type === 'candidates') this.#candidates = event.candidates
      else if (event.type === 'done') return this.#answer(event)
    }
    return undefined
  }

  #settle(text: string): void {
    this.#text += text
    if (!this.#withConfidences) return
    for (let i = 0; i < text.length; i++) this.#confidences.push(this.#waiting[i] ?? null)
    this.#waiting = this.#waiting.slice(text.length)
  }

  #answer({ type: _, start: __, ...done }: DoneEvent): Deciphered {
    return {
      ...done,
      text: this.#text,
      ...(this.#candidates && { candidates: this.#candidates }),
      ...(this.#withConfidences && { confidences: this.#confidences }),
    }
  }
}
