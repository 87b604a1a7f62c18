import type { SessionPosition } from '@runnel/client'
import { SAVE_EVERY } from './constants.ts'
import type { EdgeReading } from './edge-reading.ts'
import {
  forgetSession,
  type SavedSession,
  type SessionStore,
  savedSession,
  saveSession,
} from './saved-session.ts'

/** Keeps the place of a session for a reload, and finds it again. */
export class SessionKeeper {
  readonly #store: SessionStore
  readonly #now: () => number
  #keptAt = 0
  #found: SavedSession | undefined

  constructor(store: SessionStore, now: () => number) {
    this.#store = store
    this.#now = now
  }

  /** Whether nothing was kept for a while. */
  get isDue(): boolean {
    return this.#now() - this.#keptAt >= SAVE_EVERY
  }

  /** Keeps where a session stands, and all that came of its text. */
  keep(reading: EdgeReading, position: SessionPosition): void {
    const { options, text, isEnded, settled, sent, key, encoding } = reading
    this.#keptAt = this.#now()
    const saved = { position, options, text, isEnded, settled, sent }
    saveSession(this.#store, { ...saved, ...(key && { key }), ...(encoding && { encoding }) })
  }

  /** Finds what was kept last, which is to be taken up when a session is opened next. */
  find(): SavedSession | undefined {
    this.#found = savedSession(this.#store)
    return this.#found
  }

  /** Whether something was found that nobody has taken up. */
  get hasFound(): boolean {
    return this.#found !== undefined
  }

  /** Takes out what was found. */
  takeFound(): SavedSession | undefined {
    const found = this.#found
    this.#found = undefined
    return found
  }

  forget(): void {
    this.#found = undefined
    forgetSession(this.#store)
  }
}
