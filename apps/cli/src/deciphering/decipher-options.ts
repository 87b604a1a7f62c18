import type { WatchMode } from '@runnel/decipher'

/** Forms in which `runnel decipher` writes what it finds. */
export const formats = ['text', 'ndjson', 'json'] as const

/** Options of `runnel decipher`. */
export interface DecipherCommandOptions {
  cipher: string
  key?: string
  /** Code of an alphabet, or its letters; a to z unless given. */
  alphabet?: string
  known?: string
  /** Letters that the text itself gives away, as `known`. */
  clue?: string | undefined
  crib?: string
  wheels?: string
  /** Beginnings of flags besides the well-known ones; `none` to look for no flags. */
  flagFormat?: string
  /** `auto`, `none`, or names of encodings, one inside the other; by the other options unless given. */
  encoding?: string
  model: string
  /** ISO 639-1 codes with commas between, or `auto`; English by its net unless given. */
  language?: string
  format: (typeof formats)[number]
  json?: boolean
  top?: number
  confidences?: boolean
  /** Spaces put where words end; needs the form `text`. */
  respace?: boolean
  quiet?: boolean
  verbose?: boolean
  failUnknown?: boolean
  commit: number
  maxDelay: number
  watch: WatchMode
  keyChange: number
  oneKey?: boolean
}
