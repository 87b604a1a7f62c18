import type { Random } from '@runnel/core'
import type { Layout } from '../live/streams.ts'

/** One text as it is given to a session. */
export interface Sample {
  ciphertext: string
  /** Nothing where nobody could read it. */
  plaintext: string | undefined
}

/**
 * Where "none of these" belongs: right for a cipher outside the list, as right as the plaintext for a language that
 * no model has learned, wrong for a cipher in the list.
 */
export type Group = 'outside' | 'foreign' | 'listed'

/** Ciphertexts of one kind. */
export interface Family {
  readonly name: string
  readonly group: Group
  /** Draws one of so many letters. */
  draw(random: Random, passage: { letters: number; layout: Layout }): Sample
}
