/** The way that a stream goes. */
export type Direction = 'encrypt' | 'decrypt'

/** Text of one stream under a known key, encrypted or decrypted while it arrives, cut anywhere. */
export interface CipherStream {
  /**
   * Encrypts or decrypts the next chunk, a UTF-16 unit for each unit; a cipher that moves letters to other places gives
   * nothing until the end, and one that writes blocks, or other signs (`writes`), what is complete. Moves the phase.
   *
   * @throws TextTooLongError when it has to hold more text than it may; it holds what it held before
   */
  push(chunk: string): string
  /** Ends the text: a stream that holds text back begins anew. @returns what was held back until now */
  end(): string
  /** Units that wait for those to come, as they stand; of streams that hold back a few at a time. */
  readonly waiting?: string
  /** A copy of the phase: all that the stream carries from one chunk to the next. */
  save(): Int32Array
}

/** Starts streams: a cipher. */
export interface StreamSource<Key> {
  /** Starts a stream, or goes on from a phase that `save` gave: see `createCipherStream`. */
  createStream(key: Key, direction: Direction, saved?: Int32Array): CipherStream
}

/**
 * Starts a stream under a known key, or goes on from a phase that `save` gave.
 *
 * Whatever the chunks, their outputs joined, and that of the end, are the same: the law of chunking.
 *
 * @throws InvalidOptionError on a key of no use, or a phase that is not one of this cipher
 * @example
 * import { createCaesar, createCipherStream } from '@runnel/core'
 * const stream = createCipherStream(createCaesar(), { shift: 3 }, 'encrypt')
 * stream.push('I Like ') + stream.push('Apples') + stream.end() // 'L Olnh Dssohv'
 */
export const createCipherStream = <Key>(
  cipher: StreamSource<Key>,
  key: Key,
  direction: Direction,
  saved?: Int32Array,
): CipherStream => cipher.createStream(key, direction, saved)
