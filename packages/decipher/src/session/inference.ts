import type { Alphabet } from '@runnel/core'
import type { InSteps } from '../in-steps.ts'
import type { Fingerprint } from '../saving/fingerprint.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent, DoneEvent, EventKey } from './events.ts'
import type { TakeTrace } from './symbol-trace.ts'

/** A language by its ISO 639-1 code, and the probability that it is the plaintext's. */
export interface NamedLanguage {
  readonly code: string
  readonly probability: number
}

/** The best key and its probability, of a cipher of any name: the part that `key` and `done` events share. */
export interface BestKey {
  readonly cipher: string
  readonly key: EventKey
  readonly probability: number
  /** ISO 639-1 code of the language that it reads, where languages are weighed. */
  readonly language?: string
  /** Probability of that language; of the best key alone. */
  readonly languageProbability?: number
}

/** A key that is held possible: its probability, and its reading of a text that starts where the stream starts. */
export interface PossibleKey extends BestKey {
  read(text: string): string
}

/** One way of turning ciphertext into plaintext, ready for any number of streams. */
export interface Inference {
  /** Tells it from every other, so that a snapshot is never restored into another. */
  readonly fingerprint: Fingerprint
  /** The characters that count as letters. */
  readonly alphabet: Alphabet
  /** Present where its text is bytes, one UTF-16 unit each: those of a stream are not read as UTF-8. */
  readonly carries?: 'bytes' | undefined
  /**
   * Starts a stream, or goes on from what `save` wrote.
   *
   * @param trace takes the trace of each symbol, where the inference searches over keys
   * @throws SnapshotFormatError
   */
  createStream(saved?: SectionReader, trace?: TakeTrace): InferenceStream
}

/** The inference of one stream. The session has made sure that no surrogate pair is split. */
export interface InferenceStream {
  /** UTF-16 units read. */
  readonly position: number
  /** Letters read, of a stream that counts them otherwise than by the alphabet. */
  readonly letters?: number
  /** Reads text that is never empty. */
  read(text: string): DecipherEvent[]
  /** Makes final what waits; the stream may go on, unless this is said to be its end. */
  settle(isEnd?: boolean): DecipherEvent[]
  /** The same as `read` and `settle`, stopping where a letter takes long. Streams that take no time do without. */
  readInSteps?(text: string): InSteps<DecipherEvent[]>
  settleInSteps?(): InSteps<DecipherEvent[]>
  /** The best key, and what `done` tells with it. */
  bestKey(): BestKey & Pick<DoneEvent, 'fit'>
  /** UTF-16 units that its belief has read; text after them waits to be, or is passed over. */
  readonly weighed: number
  /** The keys that are held possible, in no order; one may be there twice, with a part of its probability each. */
  possibleKeys(): PossibleKey[]
  save(sections: SectionWriter): void
  /** Gives memory back; nothing is called afterwards. */
  free(): void
}
