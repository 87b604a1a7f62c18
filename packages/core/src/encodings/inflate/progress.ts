/** A step was taken, and another may follow. */
export const ON = 0
/** More bits have to come first. */
export const WAIT = 1
/** The last block has ended. */
export const END = 2
/** The text may not go on so. */
export const WRONG = 3
