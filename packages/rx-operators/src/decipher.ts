import type { Chunk } from '@runnel/core'
import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import type { OperatorFunction } from 'rxjs'
import { operatorOf } from './map-with-state.ts'
import { eventSteps, type ResumeOptions, textSteps } from './steps.ts'

/**
 * Deciphers chunks of text, or of UTF-8, into events.
 *
 * Each subscription has a session of its own: completion flushes it, and however the subscription ends, it is freed.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the operator is made with a snapshot of no use
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipherEvents } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const events = of('gd', 'wd').pipe(decipherEvents(createDecipherer({ cipher: 'caesar', key: '3' })))
 */
export const decipherEvents = (
  decipherer: Decipherer,
  options?: ResumeOptions,
): OperatorFunction<Chunk, DecipherEvent> => operatorOf(eventSteps(decipherer, options))

/**
 * Deciphers chunks of text, or of UTF-8, into settled plaintext.
 *
 * Each subscription has a session of its own: completion flushes it, and however the subscription ends, it is freed.
 *
 * @throws SnapshotFormatError, SnapshotMismatchError when the operator is made with a snapshot of no use
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipher } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const text = of('gd', 'wd').pipe(decipher(createDecipherer({ cipher: 'caesar', key: '3' })))
 */
export const decipher = (decipherer: Decipherer, options?: ResumeOptions): OperatorFunction<Chunk, string> =>
  operatorOf(textSteps(decipherer, options))
