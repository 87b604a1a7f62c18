import { decryptPiece } from './decrypt-with.ts'
import type { Stretch } from './stretches.ts'

/** A letter that was settled before its key was known, and how that key reads it. */
export interface EarlyLetter {
  readonly start: number
  readonly settled: string
  readonly read: string
}

/** Letters settled too early: between where a key begins to hold and where that was noticed, read otherwise by it. */
export const earlyLetters = (
  { ciphertext, settled }: { ciphertext: string; settled: string },
  stretches: readonly Stretch[],
): EarlyLetter[] =>
  stretches.slice(1).flatMap((stretch) => {
    if (stretch.cipher === 'unknown') return []
    const { start } = stretch
    const to = Math.min(stretch.noticed, stretch.end ?? settled.length, settled.length)
    const read = to > start ? decryptPiece(ciphertext, { from: start, to }, stretch) : undefined
    if (read === undefined) return []
    return Array.from({ length: to - start }, (_, index) => ({
      start: start + index,
      settled: settled[start + index],
      read: read[index],
    })).filter((letter) => letter.settled !== letter.read)
  })
