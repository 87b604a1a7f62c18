import type { FileKind } from '@runnel/rnn-model'

/*
 * Constants of the format of counts (docs/model-format.md), and bounds of what is read of a file, far above what is
 * trained.
 */

/** Four letters that a file begins with, and the versions that can be read. */
export const KIND: FileKind = { magic: 'RNLC', versions: [1] }

/** Costs are whole numbers of quarters of a bit. */
export const LEVELS_A_BIT = 4

/** Sizes of the steps by which costs differ, in quarters of a bit: the larger, the coarser. Chosen on Moby-Dick. */
export const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64, 96] as const

/** Symbols of a context. */
export const MOST_DEPTH = 8

/** The largest cost, and the smallest below 0, in quarters of a bit: the largest first one, and a step a symbol. */
export const MOST_LEVEL: number = 255 + MOST_DEPTH * 96

/** Contexts of a file: each takes 4 bytes for each symbol of the vocabulary once it is read. */
export const MOST_CONTEXTS: number = 2 ** 18
