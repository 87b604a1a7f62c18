/** UTF-16 units of one push: a chunk of the service's, so that chunks and pushes are the same in number. */
export const CHUNK = 2048

/** Milliseconds between two savings of the place where a session stands. */
export const SAVE_EVERY = 1000

/** UTF-16 units of the longest text that is kept for a reload: browsers keep about five million. */
export const MOST_SAVED = 1_000_000

/** Ranked keys that are asked for, unless the options say how many. */
export const CANDIDATES = 6
