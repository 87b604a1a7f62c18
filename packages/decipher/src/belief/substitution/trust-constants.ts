/*
 * Constants of what is made of the keys that a search for a substitution has found: the opinion of a net, trust, finals, and
 * another key. Chosen on Moby-Dick and on novels of other authors; docs/decisions/0038 says how.
 */

/** Letters from which on a net weighs keys beside the counts. */
export const FIRST_OPINION = 30

/** Units behind the best up to which it weighs keys. */
export const NEAR = 120

/** Keys that it weighs at the most. */
export const MOST_NEAR = 12

/** Its part in how much dearer a key is than another, in twelfths: with more, wrong letters in a text are more often taken for right. */
export const NET_SHARE = 4

/** The most that a symbol costs by it, in units: 13.3 bits. */
export const MOST_NET_COST = 160

/** Share of the finals that `commit` allows to be wrong which letters use up: what is expected to be wrong is too little. */
export const SPENT = 0.7

/** Odds that the key is another: at the most, from which on it is settled, and below which no other one is sought. */
export const CHANGED = { most: 1e9, least: 1e-6 } as const

/** Symbols for which no other key is sought after one was in vain. */
export const AFTER_CHANGE = 64

/** Keys that are kept of one that may have been followed by another. */
export const NARROW = 30

/** A factor: letters more that a dear text is to be read alike for, where trust is asked. Without spaces more keys read it. */
export const LACKS: { readonly [layout in 'words' | 'letters']: number } = { words: 1, letters: 2 }

/** Letters of a word that counts know as well, and units that a word is worth for each letter beyond. */
export const LONGEST_UNTOLD = 3
export const UNITS_A_WORD_LETTER = 30
