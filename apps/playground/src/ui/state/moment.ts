import type { Fit } from '@runnel/decipher'
import type { Ending, KeyNews, RankedKey, Waiting } from '../../engine/index.ts'

/** All that is known when so many letters of a text have been read: the page draws one of these. */
export interface Moment {
  /** UTF-16 units read. */
  readonly read: number
  /** UTF-16 units settled. */
  readonly settled: number
  readonly waiting: Waiting
  readonly candidates: readonly RankedKey[]
  readonly news: readonly KeyNews[]
  readonly fit?: Fit
  readonly ending?: Ending
  /** Whether it is the latest there is, not one that is looked back at. */
  readonly isLatest: boolean
}

/** Nothing has been read. */
export const NO_MOMENT: Moment = {
  read: 0,
  settled: 0,
  waiting: { start: 0, text: '', confidence: new Uint8Array() },
  candidates: [],
  news: [],
  isLatest: true,
}
