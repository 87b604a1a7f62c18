/*
 * Constants of the search for encodings, in tenths of a bit where nothing else is said. Chosen on the words, lines and
 * windows of 64 characters of Moby-Dick, as they stand and encoded: none as it stands may be taken for an encoding.
 */

/** UTF-16 units that a beginning may wait undecided. */
export const MOST_UNDECIDED = 64

/** Encodings one inside the other that a search looks ahead. */
export const MOST_FOUND = 4

/** Encodings one inside the other that are taken off, each by a search of its own. */
export const MOST_TAKEN = 16

/** Texts that are decoded at the most in one search. */
export const MOST_DECODED = 80

/** Cost of a character within its kind: as good as any other of the kind, since the text may be a ciphertext. */
export const WITHIN = { lower: 47, upper: 47, digit: 33, space: 5, sign: 50, beyond: 70, never: 300 } as const

/** Cost of the kind of a character after that of the one before. */
export const AFTER = { same: 10, space: 20, capitalised: 20, sign: 30, other: 50 } as const

/** Cost of an encoding: the less it is used, and the easier other text is taken for it, the higher. */
export const PRIORS = { sure: 10, usual: 120, short: 200, numbers: 300, reversed: 160 } as const

/** By how much less a text costs that is written as a flag is: more than holding that it is reversed. */
export const OF_FLAG = 200

/** Letters that the numbers of a text have to give: fewer are as easily numbers. */
export const ENOUGH_NUMBERS = 8

/** Bytes that base64 without its `=` has to give: fewer are as easily a word in capitals and small letters. */
export const ENOUGH_BYTES = 9

/** Bytes that hex in both cases has to give: people write it in one. */
export const ENOUGH_MIXED = 8

/** Share of a text that has to be escapes: a text that only quotes a few stays as it is. */
export const ESCAPED = 0.5

/** The share where escapes are that many: markup stands between what it marks. */
export const MUCH_ESCAPED = 0.35
export const MANY_ESCAPES = 4

/** Decoded characters from which on it is enough that all can be written: by chance a byte can in two of five cases. */
export const ENOUGH_SIGNS = 16

/** Share of letters, digits and spaces that fewer have to have. */
export const WORDS = 0.75

/** Bytes by which a compressed text that goes on is known: its beginning, and tables or letters without a fault. */
export const ENOUGH_COMPRESSED = 16

/** Bytes by which UTF-16 is known. */
export const ENOUGH_UTF16 = 8

/**
 * Letters that 0 and 1 have to give, where something stands between them and where nothing does; the mean cost at the most of
 * letters that are English, and of those of a short text in Morse, since numbers give rare ones; by how much it has to be
 * less with as many letters in the case of others as with the other number of them; and by how much all have to cost less with 26
 * letters of Bacon than with 24, which are usual.
 */
export const BITS = { fewest: 5, together: 12, english: 46, morse: 50, apart: 2, fewer: 20 } as const

/**
 * Letters that numbers without signs between have to give; those counted from 0, of which so many have two digits; and keys
 * of a telephone, in English and in any letters; by how much less letters cost that are counted from 1 with 0 between words; and
 * letters with hyphens between, in English, as people spell words so.
 */
export const NUMBERS = {
  together: 10,
  fromZero: 12,
  twoDigits: 0.35,
  keys: 5,
  manyKeys: 12,
  fromOne: 8,
  hyphened: 5,
} as const

/** Letters that the case of others has to give. */
export const FEWEST_IN_CASE = 8
