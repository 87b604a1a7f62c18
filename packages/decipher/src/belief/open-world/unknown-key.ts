import type { NamedKey } from '../../keys/key-family.ts'

/** The key of text that no key explains. */
export const unknownKey: NamedKey = Object.freeze({ cipher: 'unknown', key: Object.freeze({}) })
