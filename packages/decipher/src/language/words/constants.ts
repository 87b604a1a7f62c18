import type { FileKind } from '@runnel/rnn-model'

/*
 * The format of word lists (docs/model-format.md), and bounds of what is read of a file.
 */

/** Four letters that a file begins with, and the versions that can be read. */
export const KIND: FileKind = { magic: 'RNLW', versions: [1] }

/** Letters of a word at the most: as many as a key has. */
export const LONGEST_WORD = 31

/** Words of a file at the most. */
export const MOST_WORDS: number = 2 ** 18
