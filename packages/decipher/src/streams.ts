import type { Decipherer } from './decipherer.ts'
import type { DecipherEvent } from './events.ts'

/**
 * A transform from ciphertext, as text or bytes of UTF-8 cut anywhere, to events.
 *
 * Each stream has a session of its own. Closing it flushes; aborting drops the session.
 */
export const createDecipherEventStream = (
  decipherer: Decipherer,
): TransformStream<string | Uint8Array, DecipherEvent> => {
  const session = decipherer.createSession()
  return new TransformStream({
    transform(chunk, controller) {
      for (const event of session.push(chunk)) controller.enqueue(event)
    },
    flush(controller) {
      for (const event of session.flush()) controller.enqueue(event)
    },
  })
}

/**
 * A transform from ciphertext, as text or bytes of UTF-8 cut anywhere, to settled plaintext.
 *
 * @example
 * import { createDecipherer, createDecipherStream } from '@runnel/decipher'
 * const plaintext = new Blob(['gdwd'])
 *   .stream()
 *   .pipeThrough(createDecipherStream(createDecipherer({ cipher: 'caesar', key: '3' })))
 */
export const createDecipherStream = (
  decipherer: Decipherer,
): TransformStream<string | Uint8Array, string> => {
  const session = decipherer.createSession()
  return new TransformStream({
    transform(chunk, controller) {
      const text = finalText(session.push(chunk))
      if (text) controller.enqueue(text)
    },
    flush(controller) {
      const text = finalText(session.flush())
      if (text) controller.enqueue(text)
    },
  })
}

/** The settled text among some events, joined. */
export const finalText = (events: readonly DecipherEvent[]): string => {
  let text = ''
  for (const event of events) if (event.type === 'final') text += event.text
  return text
}
