/*
 * Constants of seeking a key before it is read on with. Chosen on Moby-Dick; docs/periodic.md says how.
 */

/** Symbols of a text at the most while its key is sought. */
export const WINDOW = 512

/** Symbols for which no key is sought after a text in which none was found: twice as many each time, up to a limit. */
export const REST = { first: 512, most: 16_384 } as const

/** Latest units that are remembered, to be read again where a letter was lost or doubled. */
export const TAIL = 48

/**
 * Twelfths of a bit by which the text has to cost less by a turn of the key: by one place, as one letter lost or doubled
 * turns it, and by others.
 */
export const SLIP = { near: 264, far: 310 } as const

/** Symbols before a slip that the language model reads once more, to know where it is. */
export const WARM = 16

/**
 * Text that a key reads worse than chance would, from which on another key is sought: how many times likelier it has to be
 * by chance than the language model foretells it, and than a blurred one does, which names and other languages surprise less;
 * counts at the most; units at the least, and those that are remembered.
 */
export const STRANGE = { gain: 1e6, blurred: 1e3, most: 1e12, least: 12, units: 64 } as const

/** Odds of another key against the one that was found: at the most, and below which it is no longer sought. */
export const SUCCESSOR = { most: 1e9, least: 1e-6 } as const

/** Symbols for which no other key is sought after one was in vain. */
export const AFTER_SUCCESSOR = 1024

/** UTF-16 units of a stream whose keys are remembered, for candidates read them: as many as a session tells, and more. */
export const EARLY = 64
