import type { DecipherEvent, Decipherer, DecipherSession } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'

/** Takes the encodings off one text. */
export interface Decoder {
  /** The text that a piece completes. @throws EncodingError where the text is not in the encoding that was named */
  push(text: string): string
  /** The text that the end completes. */
  flush(): string
  /** Encodings that were taken off so far, outermost first, as `base64 > hex`; empty for none. */
  readonly encoding: string
}

/**
 * A decoder of the encodings that are named, or with `auto` of those that are found. The worker reads the text that comes
 * out as it reads any other, so that playback and score stand on the decoded text.
 *
 * @throws InvalidOptionError on a name that is none
 */
export const createDecoder = (words: string): Decoder => {
  const session = encodingOf(words)(passing).createSession()
  let encoding = ''
  const take = (events: readonly DecipherEvent[]): string => {
    let text = ''
    for (const event of events) {
      if (event.type === 'final') text += event.text
      else if (event.type === 'key' || event.type === 'done') encoding = event.encoding ?? ''
    }
    return text
  }
  return {
    push: (text) => take(session.push(text)),
    flush: () => take(session.flush()),
    get encoding() {
      return encoding
    },
  }
}

/** Deciphers nothing: its text is final as it comes, and its key says nothing but where it stands. */
const passing: Decipherer = {
  createSession(): DecipherSession {
    const none = { start: 0, cipher: 'plain' as const, key: {}, probability: 1 }
    const pass = (chunk: string | Uint8Array): DecipherEvent[] =>
      chunk.length === 0
        ? []
        : [
            { type: 'key', ...none },
            { type: 'final', start: 0, text: String(chunk) },
          ]
    return {
      push: pass,
      settle: () => [],
      flush: () => [{ type: 'done', ...none, letters: 0 }],
      snapshot: () => new Uint8Array(),
      free() {},
    }
  },
}
