import type { Random } from '@runnel/core'
import type { Place } from './text-reader.ts'

/** One stream of a source: its place, and what its task remembers. Plain numbers, so that it can be saved. */
export interface SampledStream extends Place {
  /** Symbols read since the stream started afresh. */
  age: number
  /** For a language: the latest symbol. For a cipher: the key. */
  memory: number
  /** Share of letters that are wrong, lost or doubled. */
  noise: number
}

/** Turns text into what a net of one kind of task reads and should give. */
export interface PairMaker {
  /** `memory` of a stream that starts afresh. */
  start(random: Random): number
  /** The next input and target; weight 0 where there is nothing to learn. Mutates the stream. */
  next(stream: SampledStream, random: Random): { input: number; target: number; counts: boolean }
}
