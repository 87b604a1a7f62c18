/** Columns that an engine tells at once at the most. */
export const MOST_INSPECTED = 2048

/** Milliseconds until what was refused is asked for again. */
export const ASK_AGAIN = 200
