import type { Chunk, Cipher } from '@runnel/core'
import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import type { Identifier, KindsEvent } from '@runnel/decipher/identify'
import { identifySteps } from '../identify-steps.ts'
import { type DecipheredRecord, type LogRecord, type RecordOptions, recordSteps } from '../record-steps.ts'
import { type SettledText, type SettledTextOptions, settledSteps } from '../settled-steps.ts'
import { encipherSteps, eventSteps, type ResumeOptions, textSteps } from '../steps.ts'
import { operatorOf } from './map-with-state.ts'
import type { ObservableOperator } from './platform.ts'

/**
 * Deciphers chunks of text, or of UTF-8, from a web Observable into settled plaintext.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when made with a snapshot of no use
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipher } from '@runnel/rx-operators/observable'
 * const read = decipher(createDecipherer({ cipher: 'caesar', key: '3' }))
 * const show = (ciphertext: Observable<string>) => read(ciphertext).subscribe((text) => console.log(text))
 */
export const decipher = (
  decipherer: Decipherer,
  options?: ResumeOptions,
): ObservableOperator<Chunk, string> => operatorOf(textSteps(decipherer, options))

/** Deciphers chunks from a web Observable into events. @throws as `decipher` */
export const decipherEvents = (
  decipherer: Decipherer,
  options?: ResumeOptions,
): ObservableOperator<Chunk, DecipherEvent> => operatorOf(eventSteps(decipherer, options))

/** Deciphers the records of a log from a web Observable, with checkpoints. @throws as `decipher` */
export const decipherRecords = <Offset extends number | bigint = number>(
  decipherer: Decipherer,
  options?: RecordOptions<Offset>,
): ObservableOperator<LogRecord<Offset>, DecipheredRecord<Offset>> =>
  operatorOf(recordSteps(decipherer, options))

/** Joins events to the text so far: the finals, and the current interim text, for rendering. */
export const settledText = (options?: SettledTextOptions): ObservableOperator<DecipherEvent, SettledText> =>
  operatorOf(settledSteps(options))

/** Enciphers chunks of text under a known key. @throws InvalidOptionError when made with a key of no use */
export const encipher = <Key>(cipher: Cipher<Key>, key: Key): ObservableOperator<string, string> =>
  operatorOf(encipherSteps(cipher, key))

/** Tells what the text of chunks is: ranked kinds as it grows, and of the whole at the end. @throws as `decipher` */
export const identify = (
  identifier: Identifier,
  options?: ResumeOptions,
): ObservableOperator<Chunk, KindsEvent> => operatorOf(identifySteps(identifier, options))
