import type { Decipherer } from '@runnel/decipher'
import type { OperatorFunction } from 'rxjs'
import { operatorOf } from './map-with-state.ts'
import { type DecipheredRecord, type LogRecord, type RecordOptions, recordSteps } from './record-steps.ts'

/**
 * Deciphers the records of a log or a queue, each with its offset, so that a reader goes on exactly where it stopped.
 *
 * Store `checkpoint` together with what you make of `events`; records delivered again are left out.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the operator is made with a checkpoint of no use
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipherRecords } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
 * const read = of({ offset: 1, chunk: 'gd' }, { offset: 2, chunk: 'wd' }).pipe(decipherRecords(decipherer))
 */
export const decipherRecords = <Offset extends number | bigint = number>(
  decipherer: Decipherer,
  options?: RecordOptions<Offset>,
): OperatorFunction<LogRecord<Offset>, DecipheredRecord<Offset>> =>
  operatorOf(recordSteps(decipherer, options))
