/*
 * Constants of the search for a substitution. Chosen on Moby-Dick; docs/substitution.md has what they cost.
 */

/** Letters of the Latin alphabet. */
export const LETTERS = 26

/** Plaintext letters at the most, of any alphabet. */
export const MOST_LETTERS = 31

/** The symbol between words, and before the text begins: after the letters of any alphabet. */
export const SPACE: number = MOST_LETTERS

/** Letters of a ciphertext at the most, and with the space its symbols: those from `SPACE` on come after it. */
export const MOST_CIPHER_LETTERS = 33
export const CIPHER_SYMBOLS: number = MOST_CIPHER_LETTERS + 1

/** Symbols before the one foretold that its cost depends on: in the usual tables, and in large ones. */
export const DEPTH = 4
export const MOST_DEPTH = 5

/** Bits of a symbol in the number that symbols spell, the latest one lowest. */
export const SYMBOL_BITS = 5

/** Numbers that the latest symbols of a context, as many as in the usual tables, may spell. */
export const CONTEXTS: number = 2 ** (SYMBOL_BITS * DEPTH)

/** The same of the longest contexts. */
export const LONGEST_CONTEXTS: number = 2 ** (SYMBOL_BITS * MOST_DEPTH)

/** The context at the beginning of a text: spaces. */
export const START: number = SPACE * (1 + 2 ** SYMBOL_BITS + 4 ** SYMBOL_BITS + 8 ** SYMBOL_BITS)
export const LONGEST_START: number = START + SPACE * CONTEXTS

/** Units of a cost in a bit. */
export const UNITS_A_BIT = 12

/** The largest cost of a symbol, in units, so that a rare word, or a wrong letter, kills no key. */
export const MOST_COST = 140

/** Cost of a letter of a crib after those before it, at the most, in units. */
export const CRIB_COST = 6

/** Partial keys this far behind the best, in units, are dropped. */
export const DROP = 480

/** Letters from the start of the text in which keys are repaired; partial keys alone read what comes later. */
export const WINDOW = 400

/** Symbols of the text that keys are repaired in, spaces among them, at the most. */
export const MOST_SYMBOLS: number = 2 * WINDOW

/** Letters from which on keys are repaired by tempering, and by beams from other places. */
export const FIRST_TEMPERED = 20

/** Inverse temperatures of the replicas, in sixteenths, the coldest first. */
export const LADDER: readonly number[] = [16, 12, 9, 7, 5, 4]

/** Replicas whose keys go back into the beam after each round: the coldest. */
export const COLD = 3

/** Units by which the best partial key is better than the coldest replica, when it takes its place. */
export const BETTER = 24

/** Partial keys of a beam from another place, as a share of those of the text. */
export const TURN_SHARE = 0.1

/** Those of them that are repaired. */
export const TURN_KEPT = 5

/** Letters for which the best key has to hold for the search to slow down. */
export const HELD = 20

/** Its pace then: a letter in so many. */
export const SLOW_PACE = 8

/** Letters after which exchanges, which take the longer the longer a text is, are tried at another pace: a letter in so many. */
export const LONG_TEXT = 100
export const LONG_PACE = 3

/**
 * Partial keys of a search, unless told otherwise: the swaps of an annealing are for so many. A wider search keeps as many
 * as it is told until it has read so many letters, and so many from then on.
 */
export const USUAL_WIDTH = 10_000
export const WIDE_LETTERS = 40

/** Letters from which on keys are sought by annealing. */
export const FIRST_ANNEALED = 30

/** Annealings where a text ends before its key has held. */
export const LAST_ANNEALED = 8

/**
 * The way of an annealing from hot to cold: temperatures, and inverse ones for a text in which each letter comes once. The
 * more often they come, the hotter.
 */
export const COOLING = { steps: 60, first: 1, last: 1.5 } as const

/** Bits that a snapshot spends on partial keys; as many are dropped as do not fit. */
export const MOST_BITS: number = 8 * 34 * 1024

/** Letters from which on a text may be taken for one without spaces. */
export const SPACELESS_FROM = 18

/** Letters from space to space, on average, of which no words are. */
export const LONG_WORD = 12

/** Groups of equally many letters, from the start of the text on, that are taken for no words. */
export const GROUPS = 3

/** Letters of such a group at the least. */
export const LEAST_GROUP = 4

/** Letters of the text within which another layout is still found, and the text read anew. */
export const BEGINNING = 40

/** Symbols of the beginning, spaces among them, at the most. */
export const MOST_BEGINNING: number = 2 * BEGINNING

/** Times that a text is read anew at the most. */
export const MOST_ANEW = 2

/** Letters before which nothing is certain: with spaces, and without. */
export const OPENING: { readonly [layout in 'words' | 'letters']: number } = { words: 40, letters: 80 }

/**
 * Letters before which the key may still be found: a search that has missed it looks like text that no key explains. At 75
 * and 110 none of 210 streams was taken for that, at 40 and 80 three.
 */
export const SEEKING: { readonly [layout in 'words' | 'letters']: number } = { words: 100, letters: 130 }

/** Share of all weight that the possible keys which are told have together. */
export const TOLD = 0.97

/** Letters for which a slot is counted to have been read alike, at the most. */
export const MOST_HELD = 200

/** Cost of a letter, in units, spaces among it, up to which a text is ordinary: dearer text may hide another key. */
export const ORDINARY = 35

/** Units beyond it, over the whole text, that take a letter more of being read alike to make up for. */
export const UNITS_A_HELD_LETTER = 24

/** Letters that these may come to at the most. */
export const MOST_LACKING = 40

/** Odds that a slot is wrong, in units, by which they shrink with each letter for which it is read alike. */
export const UNITS_OF_HOLDING = 4

/** Letters more for which a slot is to be read alike until these odds begin to shrink. */
export const FIRST_HELD = 3

/** Partial keys that are read, or branches that are looked at, in the time of a step of a small net, by and large. */
export const KEYS_A_STEP = 500

/** Swaps that are tried in that time. */
export const SWAPS_A_STEP = 12

/** Odds, in halvings, that a letter is wrong which has just come to be read so. */
export const FRESH_ODDS = 2
