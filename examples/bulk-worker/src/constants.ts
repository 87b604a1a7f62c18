/*
 * Constants of bulk jobs. A line of a hundred bytes, its key unknown, takes some 4 ms of CPU; text that nothing explains
 * 1 ms a letter.
 */

/** Bytes of a part: the lines that begin in them are read, stored and confirmed together. 0.2 to 20 s of CPU. */
export const PART = 16 * 1024

/** Bytes of a line. A part is read with as many beyond its end. */
export const LONGEST_LINE = 64 * 1024

/** Parts under way at once: two for each of the 250 consumers that the platform starts. */
export const WINDOW = 500

/** Messages that the platform takes at once. */
export const SENT_AT_ONCE = 100

/** Failed parts that progress names; it counts all. */
export const NAMED = 100

/** Lines between two rounds of the event loop, 30 ms of CPU. */
export const BETWEEN_ROUNDS = 8
