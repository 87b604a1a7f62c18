/** UTF-16 units of a text that is kept to be looked at again: more than a puzzle has, and half a second of searches. */
export const MOST_KEPT = 1024

/** Probability from which on a reading is held for the right one, the first time and again. */
export const SURE = 0.9

/** Probability of a key at the least where several of its cipher are together that likely: they read nearly the same. */
export const LIKELIER = 0.5

/** Keys of a cipher that are looked at for that. */
export const TOLD = 4

/** The same as `SURE` from which on no other is tried. */
export const CERTAIN = 0.9999

/**
 * The same, again, of a text of fewer letters than that, since in some order most letters are like a word, and of one that was turned
 * before, as prose of another language is a little like English backwards. Chosen on words of Moby-Dick.
 */
export const SHORT = { letters: 12, sure: 0.995 } as const

/** Probability of a kind from which on its search is worth while, by `identify`. */
export const LIKELY = 0.2

/** Bytes that a key is sought for: by fewer none is certain. */
export const FEWEST_BYTES = 12

/** UTF-16 units of text in groups from which on keys that repeat are sought sparingly, which finds as many of those of Moby-Dick. */
export const SPARED = 120

/** Share of letters and spaces from which on bytes that a key reads may be words. */
export const WORDS_OF_BYTES = 0.8
