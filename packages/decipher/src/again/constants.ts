/** UTF-16 units of a text that is kept to be looked at again: more than a puzzle has, and half a second of searches. */
export const MOST_KEPT = 1024

/** Probability from which on a reading is held for the right one, the first time and again. */
export const SURE = 0.9

/** The same, again, of a text of fewer letters than that: in some order most letters are like a word. Chosen on words of Moby-Dick. */
export const SHORT = { letters: 12, sure: 0.995 } as const

/** Probability of a kind from which on its search is worth while, by `identify`. */
export const LIKELY = 0.2

/** Whole groups of a text in groups: fewer may be words. */
export const FEWEST_GROUPS = 3

/** Bytes that a key is sought for: by fewer none is certain. */
export const FEWEST_BYTES = 12
