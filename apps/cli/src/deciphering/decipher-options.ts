import type { WatchMode } from '@runnel/decipher'

/** Forms in which `runnel decipher` writes what it finds. */
export const formats = ['text', 'ndjson', 'json'] as const

/** Options of `runnel decipher`. */
export interface DecipherCommandOptions {
  cipher: string
  key?: string
  model: string
  format: (typeof formats)[number]
  top?: number
  confidences?: boolean
  quiet?: boolean
  failUnknown?: boolean
  commit: number
  maxDelay: number
  watch: WatchMode
  keyChange: number
  oneKey?: boolean
}
