/** UTF-16 units between two snapshots, of 11 KB each: reading that far again takes 50 ms. A longer text has fewer. */
export const SNAPSHOT_EVERY = 1000

/** Snapshots that are kept at the most: 6 MB. Beyond, every other one is dropped. */
export const MOST_SNAPSHOTS = 512

/** Columns that are told in answer to one question, in UTF-16 units. */
export const MOST_COLUMNS = 2048

/** Columns that are told of what comes, in UTF-16 units from its end: more than a window shows; others are asked for. */
export const COLUMNS_TOLD = 512

/** UTF-16 units that are read in one call at the most: more would make one call longer than a slice. */
export const MOST_UNITS = 512

/** A call of so many milliseconds is short, and the next one takes twice as much text; one of so many is long. */
export const [SHORT_CALL, LONG_CALL] = [2, 5]

/** Rows of the net's memory that the score has room for. */
export const MEMORY_ROWS = 48

/** Letters that a column tells of what was expected. */
export const MOST_EXPECTED = 5

/** Ranked keys that are told, unless the options say how many. */
export const CANDIDATES = 6

/** Latest letters whose bits are told together: about a line of text. */
export const RECENT_LETTERS = 64

/** UTF-16 units of a preview. */
export const PREVIEW = 32

/** Keys and the possibility of none that are less probable than this are not ranked. */
export const NEGLIGIBLE = 1e-6
