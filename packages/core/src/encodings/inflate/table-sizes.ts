/** Bits of the longest code. */
export const LONGEST = 15
/** Bits of the codes that are found at once. */
export const SHORT = 8
/** Numbers of a table besides its symbols: an entry for each way that 8 bits may stand, and the count of each length. */
export const TABLE_HEAD: number = 2 ** SHORT + LONGEST + 1
