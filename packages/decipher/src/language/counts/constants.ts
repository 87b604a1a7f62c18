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

/** Contexts of a file: each takes some 13 bytes once it is read, and 10 for each symbol of the vocabulary once it is asked for. */
export const MOST_CONTEXTS: number = 2 ** 20

/*
 * Constants of a language model with counts beside it. Chosen on Moby-Dick; docs/decisions/0014 says why.
 */

/** Latest symbols that are remembered for a model that has yet to read them. */
export const RECENT = 16

/** Probability of a hypothesis from which on the model reads it, and not the counts alone. */
export const HEAVY = 0.03

/** Symbols that the model has yet to read for which it asks no more than that; for twice as many twice as much, and so on. */
export const BEHIND = 3

/** Symbols at the start of a text, the space before it among them, that counts foretell as well as the model. */
export const EARLY = 9

/** Share of the counts in the mean of both, among those symbols. */
export const EARLY_SHARE = 0.5

/** The same, after them. */
export const LATE_SHARE = 0.25

/**
 * Least probability of a symbol where counts foretell alone: about that of any letter where one in six is wrong, so that wrong
 * letters, though there are several together, are no change of key. Chosen on the validation text of German, Polish, Italian,
 * French and Portuguese novels; docs/languages.md says what it is worth.
 */
export const LEAST_COUNTED = 6e-3
