/*
 * Constants of describing text by its counts. Frequencies are those of the 925,813 letters of Moby-Dick; thresholds were
 * chosen on 3,000 pieces of it for each length, plain, substituted, under Vigenère of period 5 to 12, and of random letters.
 */

/** Of 10,000 letters of English so many are an a, a b and so on. */
export const ENGLISH = [
  817, 177, 235, 403, 1229, 219, 219, 659, 689, 11, 84, 450, 245, 692, 729, 180, 16, 546, 675, 925, 282, 90,
  233, 11, 177, 7,
] as const

/** Index of coincidence of English, and of letters that are all as likely. Ratios. */
export const COINCIDENCE = { english: 0.065, random: 0.038 } as const

/** Index of coincidence from which on letters are as unequal as a language's: 5 % of either kind are beyond it at 60 letters. */
export const UNEQUAL = 0.0525

/**
 * Mean share in English of the letters of a text, from which on they are those of English as they stand: 0.065 is to be
 * expected of English, 0.038 of letters that have changed places. 1 % of either kind are beyond it at 40 letters.
 */
export const AS_IT_STANDS = 0.054

/** Letters from which on the shares of letters tell families apart. */
export const ENOUGH = { asItStands: 40, families: 60 } as const

/** Characters from which on an encoding is told. Fewer are as easily a word. */
export const CODED = 8
