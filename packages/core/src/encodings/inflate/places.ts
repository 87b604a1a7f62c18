import { TABLE_HEAD } from './table-sizes.ts'

/*
 * Places of the state of a text that is inflated. All that is carried from byte to byte lies in it, so that a stream can be
 * saved within a code, a table or a copy.
 */

/** The step that takes the next bits. */
export const MODE = 0
/** Bits that wait, the first one lowest, and their number. */
export const HELD = 1
export const COUNT = 2
/** Whether this is the last block. */
export const IS_LAST = 3
/** Bytes of a stored block, or of a copy. */
export const LENGTH = 4
/** The distance code of a copy. */
export const DISTANCE = 5
/** Code lengths of a table: for letters and lengths, in all, and how many of them are read. */
export const LITERALS = 6
export const LENGTHS = 7
export const AT = 8
/** Of the lengths of the code of lengths, how many there are; then the sign whose bits come. */
export const SIGN = 9
/** Whether the block has tables of its own. */
export const IS_DYNAMIC = 10
/** Bytes put out, bytes put out before this member began, and bytes taken. */
export const PUT = 11
export const START = 12
export const TAKEN = 13
/** Checksum of what was put out: of Adler-32 the second sum is apart. */
export const CHECK = 14
export const SECOND = 15
/** Around the blocks: the part that is read, the bytes of it that have come, flags, and a number that comes byte by byte. */
export const PART = 16
export const BYTES = 17
export const FLAGS = 18
export const NUMBER = 19
/** Why nothing more is taken: 1 plus a place in the list of reasons. */
export const REASON = 20

/** Tables of codes. */
export const LETTER_CODES = 24
export const DISTANCE_CODES: number = LETTER_CODES + TABLE_HEAD + 288
/** Code lengths while they come. The code of lengths stands in the place of the codes of distances. */
export const CODE_LENGTHS: number = DISTANCE_CODES + TABLE_HEAD + 32
/** The last 32 KB, four bytes a number. */
export const WINDOW: number = CODE_LENGTHS + 320
export const WINDOW_BYTES = 32_768
export const STATE_LENGTH: number = WINDOW + WINDOW_BYTES / 4
