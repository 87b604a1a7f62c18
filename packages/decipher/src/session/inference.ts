import type { Alphabet } from '@runnel/core'
import type { DecipherEvent, KeyEvent } from './events.ts'

/** What is believed about the key: the part that `key` and `done` events share. */
export type Belief = Pick<KeyEvent, 'cipher' | 'key' | 'probability'>

/** One way of turning ciphertext into plaintext, ready for any number of streams. */
export interface Inference {
  /** Names the model or key, so that a snapshot is never restored into another. */
  readonly fingerprint: string
  /** Which characters are letters; all others pass unchanged. */
  readonly alphabet: Alphabet
  /** Starts a stream, or goes on from what `save` gave. */
  createStream(saved?: Uint8Array): InferenceStream
}

/** The inference of one stream. The session has made sure that no surrogate pair is split. */
export interface InferenceStream {
  /** Reads `text`, never empty, which stands `start` UTF-16 units from the start of the stream. */
  read(text: string, start: number): DecipherEvent[]
  /** Makes final what waits; the stream may go on. */
  settle(): DecipherEvent[]
  belief(): Belief
  save(): Uint8Array
  /** Gives memory back; nothing is called afterwards. */
  free(): void
}
