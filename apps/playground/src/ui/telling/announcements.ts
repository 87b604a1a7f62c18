import type { Stretch } from '../state/stretches.ts'
import { shortKeyName } from '../words/key-name.ts'
import { count } from '../words/numbers.ts'

/** Milliseconds between two announcements at the least: a voice needs them. */
const PAUSE = 3000

/** Letters of settled text that are said at once at the most. */
const MOST_SAID = 300

/** News that may be worth saying. */
export interface Heard {
  readonly reading: number
  readonly settled: string
  readonly stretches: readonly Stretch[]
  readonly verdict: string
  readonly isEnded: boolean
}

/** Decides what is said aloud, and when: whole sentences that are settled, at most every 3 s. */
export class Announcements {
  readonly #say: (words: string) => void
  #reading = -1
  #saidTo = 0
  #stretches = 0
  #isEnded = false
  #pending: string[] = []
  #last = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(say: (words: string) => void) {
    this.#say = say
  }

  hear({ reading, settled, stretches, verdict, isEnded }: Heard): void {
    if (reading !== this.#reading) {
      this.#reading = reading
      this.#saidTo = this.#stretches = 0
      this.#isEnded = false
      this.#pending = []
    }
    if (stretches.length > this.#stretches && this.#stretches > 0) {
      const last = stretches[stretches.length - 1]
      this.#pending.push(
        last.cipher === 'unknown'
          ? `No key fits from letter ${count(last.start + 1)} on.`
          : `The key changed to ${shortKeyName(last)} at letter ${count(last.start + 1)}.`,
      )
    }
    this.#stretches = Math.max(this.#stretches, stretches.length)
    const end = isEnded ? settled.length : sentenceEnd(settled, this.#saidTo)
    if (end > this.#saidTo) {
      const fresh = settled.slice(this.#saidTo, end).trim()
      if (fresh) this.#pending.push(fresh.length > MOST_SAID ? `${fresh.slice(0, MOST_SAID)} …` : fresh)
      this.#saidTo = end
    }
    if (isEnded && !this.#isEnded) {
      this.#isEnded = true
      this.#pending.unshift(verdict)
    }
    this.#speak()
  }

  #speak(): void {
    if (this.#pending.length === 0 || this.#timer !== undefined) return
    const wait = Math.max(0, this.#last + PAUSE - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#last = performance.now()
      this.#say(this.#pending.splice(0).join(' '))
    }, wait)
  }
}

/** Where the last whole sentence ends, beyond a place; that place where there is none. */
const sentenceEnd = (text: string, from: number): number => {
  const fresh = text.slice(from)
  const last = Math.max(...['. ', '! ', '? ', '.\n', '!\n', '?\n'].map((mark) => fresh.lastIndexOf(mark)))
  const end = /[.!?]["'”’)]?$/.test(fresh) ? fresh.length : last < 0 ? 0 : last + 1
  return from + end
}
