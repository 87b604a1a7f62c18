/*
 * Constants of bulk jobs. A sentence of 45 letters, its key unknown, takes 3 ms of CPU; as many random ones 0.36 s, 90 or
 * more of them 0.7 s, for keys that repeat are sought then (Node, 2 × AMD EPYC).
 */

/** Bytes of a part: the lines that begin in them are read, stored and confirmed together. 0.3 s of CPU, 65 of random letters. */
export const PART = 8 * 1024

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
