import { type Chunk, type Cipher, type CipherStream, createCipherStream } from '@runnel/core'
import { type DecipherEvent, type Decipherer, type DecipherSession, finalText } from '@runnel/decipher'

/** The work of an operator on a state of its own for each subscription, whatever kind of Observable it is for. */
export interface Steps<T, R, S> {
  /** Makes the state when someone subscribes. */
  createState(): S
  /** The values that follow `value`; may mutate the state. */
  step(state: S, value: T): Iterable<R>
  /** The last values, when the source completes. */
  flush?(state: S): Iterable<R>
  /** Gives back what the state holds, however the subscription ended; called once. */
  release?(state: S): void
}

/** Option to go on from a snapshot instead of starting anew. */
export interface ResumeOptions {
  /** Go on where this snapshot of a session was taken; each subscription does. */
  snapshot?: Uint8Array | ArrayBuffer | undefined
}

/** Steps from chunks to events. @throws SnapshotFormatError, SnapshotMismatchError when the snapshot is of no use */
export const eventSteps = (
  decipherer: Decipherer,
  { snapshot }: ResumeOptions = {},
): Steps<Chunk, DecipherEvent, DecipherSession> => {
  // A copy of its own: the caller may write into the array before anyone subscribes.
  const own = snapshot?.slice()
  if (own) decipherer.createSession(own).free()
  return {
    createState: () => decipherer.createSession(own),
    step: (session, chunk) => session.push(chunk),
    flush: (session) => session.flush(),
    release: (session) => session.free(),
  }
}

/** Steps from chunks to settled text, without empty strings. @throws as `eventSteps` */
export const textSteps = (
  decipherer: Decipherer,
  options?: ResumeOptions,
): Steps<Chunk, string, DecipherSession> => ({
  ...eventSteps(decipherer, options),
  step: (session, chunk) => textIn(session.push(chunk)),
  flush: (session) => textIn(session.flush()),
})

/**
 * From chunks of plaintext to chunks of ciphertext, one for each, and what the end brings.
 *
 * @throws InvalidOptionError on a key of no use
 */
export const encipherSteps = <Key>(cipher: Cipher<Key>, key: Key): Steps<string, string, CipherStream> => {
  const createState = () => createCipherStream(cipher, key, 'encrypt')
  createState()
  return {
    createState,
    step: (stream, plaintext) => [stream.push(plaintext)],
    flush: (stream) => [stream.end()].filter((text) => text !== ''),
  }
}

const textIn = (events: readonly DecipherEvent[]): string[] => {
  const text = finalText(events)
  return text ? [text] : []
}
