import type { Fit } from '@runnel/decipher'
import type { Column } from './column.ts'
import type { EngineFault } from './fault.ts'
import type { BelievedKey, KeyNews, NamedKey, RankedKey } from './key.ts'

/** The text that waits, and how sure each of its letters is. It replaces what waited before. */
export interface Waiting {
  /** UTF-16 units from the start of the text: where the settled text ends. */
  readonly start: number
  readonly text: string
  /** A byte for each UTF-16 unit of `text`: 255 is certain. Empty where nothing is known of it. */
  readonly confidence: Uint8Array
}

/** The end of a text. */
export interface Ending extends BelievedKey {
  readonly letters: number
  readonly fit?: Fit
}

/** All that has happened in a slice of reading. What did not change is left out. */
export interface Frame {
  /** Number of the reading that it belongs to; frames of an earlier one are to be dropped. */
  readonly reading: number
  /** UTF-16 units read, and units that have come. */
  readonly read: number
  readonly total: number
  /** Encodings that were taken off, outermost first, as `base64 > hex`: all units count what came out of them. */
  readonly encoding?: string
  /** Decoded text that comes after what was decoded before; none where no encoding was taken off. */
  readonly decoded?: string
  /** Letters of the alphabet read. */
  readonly letters: number
  /** Settled text that comes after what is settled. */
  readonly settled: string
  readonly waiting: Waiting
  readonly news: readonly KeyNews[]
  /** The most probable keys, best first; replaces those before. */
  readonly candidates?: readonly RankedKey[]
  /** Keys that columns name by their number, after those told before in this reading, by frames and by inspections. */
  readonly names: readonly NamedKey[]
  readonly columns: readonly Column[]
  /** Bits a letter so far, of the language and of chance; told when it is worth telling. */
  readonly fit?: Fit
  /** Bits a letter of the latest letters, and how many these are, 64 at the most. */
  readonly recent?: { readonly bits: number; readonly letters: number }
  /** Probability that no key explains the text; 0 where nobody asks. */
  readonly unknown?: number
  /** Letters a second of late; 0 until it is known. */
  readonly speed: number
  readonly ending?: Ending
  /** Reading was stopped by hand before its end. */
  readonly stopped?: boolean
}

/** A reading has begun: the keys of the cipher, and those that locks and words leave. */
export interface Started {
  readonly reading: number
  /** 0 for keys that cannot be listed. */
  readonly keys: number
  readonly left: number
  /** Ciphers whose keys are sought where the listed ones fail. */
  readonly sought?: readonly string[]
  /** Whether letters can be set by hand, where keys cannot be listed. */
  readonly takesLocks?: boolean
  /** Whether a word that is known helps, where keys cannot be listed. */
  readonly takesWord?: boolean
  /** The locks, or the word, leave no key: nothing is read. Names the lock that took the last one. */
  readonly contradiction?: { readonly cipher: string; readonly plain: string } | { readonly word: string }
}

/** The engine is ready. */
export interface Ready {
  readonly model: string
  /** The engine's arithmetic: `wasm-int16` where WebAssembly is fast. */
  readonly engine: string
  /** Numbers of the net's memory. */
  readonly units: number
  /** Bits a letter of the language takes, and of chance. */
  readonly language: number
  readonly random: number
}

/** A part of the text, read again from the last snapshot: exact, since reading is deterministic. */
export interface Inspection {
  readonly columns: readonly Column[]
  readonly names: readonly NamedKey[]
  /** As it was when the last of the letters had just been read. */
  readonly settled: number
  readonly waiting: Waiting
  readonly candidates: readonly RankedKey[]
  /** Readings of the last of the letters, by the belief at the end of what has been read now. */
  readonly now: readonly { readonly text: string; readonly probability: number }[]
}

/** A key that a second look has found, as a person writes it. */
export interface FoundAgain {
  readonly cipher: string
  readonly key: string
  readonly probability: number
  /** Encodings that it was found under. */
  readonly encoding?: string
}

/** A second look at a text: how many ciphers it has tried, and how it ended. */
export interface Look {
  readonly tried: number
  readonly ended?: 'found' | 'nothing' | 'stopped'
  readonly found?: FoundAgain
}

/** All that an engine tells, in order. */
export type EngineMessage =
  | ({ readonly type: 'ready' } & Ready)
  | { readonly type: 'loading'; readonly received: number; readonly total: number }
  /** `auto` seeks more keys from now on: a text that none explained may be read again. */
  | { readonly type: 'widened' }
  | ({ readonly type: 'look'; readonly reading: number } & Look)
  | ({ readonly type: 'started' } & Started)
  | ({ readonly type: 'frame' } & Frame)
  | ({ readonly type: 'connection' } & Connection)
  | ({ readonly type: 'fault' } & EngineFault)

/** The edge's connection. */
export interface Connection {
  readonly state: 'open' | 'lost' | 'given up'
  /** The next try, in milliseconds from now. */
  readonly retryIn?: number
  /** Letters that have arrived. */
  readonly letters: number
}
