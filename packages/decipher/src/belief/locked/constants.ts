/*
 * Constants of seeking a key before it is read on with. Chosen on Moby-Dick; docs/periodic.md says how.
 */

/** Symbols of a text at the most while its key is sought. */
export const WINDOW = 512

/** Symbols for which no key is sought after a text in which none was found: twice as many each time, up to a limit. */
export const REST = { first: 512, most: 16_384 } as const
