import { type DecipherEvent, type Decipherer, finalText } from '@runnel/decipher'
import { filter, type OperatorFunction } from 'rxjs'
import { mapWithState } from './map-with-state.ts'

/**
 * Deciphers chunks of text, or of UTF-8, into events.
 *
 * Each subscription has a session of its own; completion flushes it, unsubscribing drops it.
 *
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipherEvents } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const events = of('gd', 'wd').pipe(decipherEvents(createDecipherer({ cipher: 'caesar', key: '3' })))
 */
export const decipherEvents = (
  decipherer: Decipherer,
): OperatorFunction<string | Uint8Array, DecipherEvent> =>
  mapWithState(
    () => decipherer.createSession(),
    (session, chunk) => session.push(chunk),
    (session) => session.flush(),
  )

/**
 * Deciphers chunks of text, or of UTF-8, into settled plaintext.
 *
 * Each subscription has a session of its own; completion flushes it, unsubscribing drops it.
 *
 * @example
 * import { createDecipherer } from '@runnel/decipher'
 * import { decipher } from '@runnel/rx-operators'
 * import { of } from 'rxjs'
 * const text = of('gd', 'wd').pipe(decipher(createDecipherer({ cipher: 'caesar', key: '3' })))
 */
export const decipher =
  (decipherer: Decipherer): OperatorFunction<string | Uint8Array, string> =>
  (source) =>
    source.pipe(
      mapWithState(
        () => decipherer.createSession(),
        (session, chunk) => [finalText(session.push(chunk))],
        (session) => [finalText(session.flush())],
      ),
      filter((text) => text.length > 0),
    )
