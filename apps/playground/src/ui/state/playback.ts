import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Moment, NO_MOMENT } from './moment.ts'
import type { Reader } from './reader.ts'

/** Letters a second of each pace; `once` shows the end. */
export const paces = { slow: 3, reading: 12, fast: 60, once: Number.POSITIVE_INFINITY } as const

/** Name of a pace. */
export type Pace = keyof typeof paces

/** Before the first letter, looked back at. */
const NOT_YET: Moment = { ...NO_MOMENT, isLatest: false }

/** Which moment of a reading is shown: the latest, or one that is looked back at, by hand or while it plays. */
export class Playback {
  /** UTF-16 units read in the moment that is shown; undefined follows the latest. */
  readonly position: Signal<number | undefined> = signal(undefined)
  readonly isPlaying: Signal<boolean> = signal(false)
  readonly pace: Signal<Pace> = signal('reading')
  /** The moment that is shown; while one of the past is fetched, the one before it stays. */
  readonly moment: ReadonlySignal<Moment>
  readonly #reader: Reader
  #shown: Moment | undefined
  #owed = 0
  #last = 0

  constructor(reader: Reader) {
    this.#reader = reader
    this.moment = computed(() => {
      reader.version.value
      this.#shown = this.#momentAt(this.position.value) ?? this.#shown
      return this.#shown ?? reader.log.latest
    })
  }

  /** Shows the moment when so much had been read, and plays no longer. */
  show(position: number): void {
    this.isPlaying.value = false
    this.#goTo(position)
  }

  /** A letter on or back. */
  step(by: number): void {
    this.show((this.position.value ?? this.#reader.log.latest.read) + by)
  }

  /** Follows the latest. */
  toEnd(): void {
    this.isPlaying.value = false
    this.position.value = undefined
  }

  /** Plays from where it stands, or from the beginning when all is shown; or pauses. */
  toggle(): void {
    if (this.isPlaying.value) {
      this.isPlaying.value = false
      return
    }
    if (this.position.value === undefined) this.position.value = 0
    this.play()
  }

  /** Shows the text letter by letter, at the pace. */
  play(): void {
    if (this.pace.value === 'once') {
      this.toEnd()
      return
    }
    this.isPlaying.value = true
    // Whoever asks for it sees it move at once.
    this.#owed = 1
    this.#last = performance.now()
    requestAnimationFrame((now) => this.#advance(now))
  }

  #advance(now: number): void {
    const { position } = this
    if (!this.isPlaying.value || position.value === undefined) return
    const pace = paces[this.pace.value]
    if (pace === Number.POSITIVE_INFINITY) {
      this.toEnd()
      return
    }
    // At most a quarter of a second is made up for: a tab that was in the background does not leap.
    this.#owed += (Math.min(250, now - this.#last) * pace) / 1000
    this.#last = now
    const hasCome = this.moment.value.read === position.value
    if (hasCome && this.#owed >= 1) {
      const letters = Math.floor(this.#owed)
      this.#owed -= letters
      this.#goTo(position.value + letters)
      if (this.position.value === undefined) this.isPlaying.value = false
    }
    if (!hasCome) this.#owed = Math.min(this.#owed, 2)
    if (this.isPlaying.value) requestAnimationFrame((time) => this.#advance(time))
  }

  #momentAt(position: number | undefined): Moment | undefined {
    if (position === undefined) return this.#reader.log.latest
    return position === 0 ? NOT_YET : this.#reader.askMoment(position)
  }

  #goTo(position: number): void {
    const { latest } = this.#reader.log
    const isAll = position >= latest.read && latest.read >= this.#reader.decoded.length
    this.position.value = isAll ? undefined : Math.max(0, Math.min(position, latest.read))
  }
}
