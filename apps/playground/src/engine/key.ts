import type { EventKey } from '@runnel/decipher'

/** A cipher and a key of it. `cipher` is `unknown` where no key explains the text. */
export interface NamedKey {
  readonly cipher: string
  readonly key: EventKey
  /** Letters that the cipher moves, where they are not its own. */
  readonly over?: string
}

/** A key and the belief in it, from 0 to 1. */
export interface BelievedKey extends NamedKey {
  readonly probability: number
}

/** One of the most probable keys, and the beginning of the stream as it reads it. */
export interface RankedKey extends BelievedKey {
  readonly text: string
  /** The latest 32 units as it reads them, where that does not depend on all before. */
  readonly here?: string
}

/** News of the best key: where it begins to hold, and the letter at which that was noticed. */
export interface KeyNews extends BelievedKey {
  /** UTF-16 units from the start of the text. */
  readonly start: number
  /** UTF-16 units that had been read when it was noticed. */
  readonly noticed: number
}
