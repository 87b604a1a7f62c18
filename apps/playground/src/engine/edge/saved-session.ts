import type { SessionPosition } from '@runnel/client'
import type { BelievedKey } from '../key.ts'
import type { ReadingOptions } from '../options.ts'
import { MOST_SAVED } from './constants.ts'
import { KEPT_SESSION as NAME } from './is-session-kept.ts'

/** A session at the edge as a reload finds it: its place, all that came of it, and all that was sent. */
export interface SavedSession {
  readonly position: SessionPosition
  readonly options: ReadingOptions
  readonly text: string
  readonly isEnded: boolean
  readonly settled: string
  /** UTF-16 units that had been sent with each chunk, from the start of the text. */
  readonly sent: readonly number[]
  readonly key?: BelievedKey & { readonly start: number }
  /** Encodings that were taken off, outermost first. */
  readonly encoding?: string
}

/** As much of `sessionStorage` as is needed. */
export type SessionStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Keeps a session for a reload; one whose text is too long is not kept. @returns whether it is kept */
export const saveSession = (store: SessionStore, saved: SavedSession): boolean => {
  try {
    if (saved.text.length > MOST_SAVED) throw new Error('too long')
    store.setItem(NAME, JSON.stringify(saved))
    return true
  } catch {
    // Full, or not to be had: then a reload begins anew.
    store.removeItem(NAME)
    return false
  }
}

/** The session that was kept last. */
export const savedSession = (store: SessionStore): SavedSession | undefined => {
  try {
    return (JSON.parse(store.getItem(NAME) ?? 'null') as SavedSession | null) ?? undefined
  } catch {
    return undefined
  }
}

/** Forgets the session that was kept. */
export const forgetSession = (store: SessionStore): void => store.removeItem(NAME)
