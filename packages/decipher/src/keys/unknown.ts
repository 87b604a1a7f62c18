import type { NamedKey } from './key-family.ts'

/** The key of text that no key explains. */
export const UNKNOWN: NamedKey = Object.freeze({ cipher: 'unknown', key: Object.freeze({}) })
