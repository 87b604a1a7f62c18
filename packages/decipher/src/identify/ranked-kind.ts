import type { TextLooks } from '@runnel/core/looks'
import type { ToldKind } from './kinds.ts'

/** A kind that a text may be of. */
export interface RankedKind {
  readonly kind: ToldKind
  /** The kind in words. */
  readonly about: string
  /** Rounded to 4 decimals. */
  readonly probability: number
  /** Reasons, in words; none where nothing but the other kinds speaks for it. */
  readonly why: readonly string[]
  /** Arguments of `runnel` that are worth trying next, the text left out; absent where none would help. */
  readonly next?: string
}

/** The kinds that a text may be of, the likeliest first. */
export interface KindsEvent {
  readonly type: 'kinds'
  /** UTF-16 units of the text so far. */
  readonly units: number
  /** Whether the text has ended. */
  readonly whole: boolean
  /** Those of a probability of 0.001 and more; none where the text has no signs of any. */
  readonly kinds: readonly RankedKind[]
  /** The text so far, by its counts. */
  readonly looks: TextLooks
}
