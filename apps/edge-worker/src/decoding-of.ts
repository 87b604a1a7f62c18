import { EncodingError } from '@runnel/core/encodings'
import { type Decipherer, type InSteps, plainSession, within } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'
import { RefusedError } from './refused-error.ts'

/**
 * Takes encodings off before a stream is deciphered. Text that is not in the encoding that was named is refused, by the
 * same words in a stream, a session and a socket.
 *
 * @throws InvalidOptionError on a name that is none
 */
export const decodingOf = (words: string): ((decipherer: Decipherer) => Decipherer) => {
  const wrap = encodingOf(words)
  return (decipherer) => {
    const decoding = wrap(decipherer)
    return {
      ...decoding,
      createSession(snapshot) {
        const session = decoding.createSession(snapshot)
        return plainSession({
          push: (chunk, stops) => refusing(within(session, stops).push(chunk)),
          settle: (stops) => refusing(within(session, stops).settle()),
          flush: (stops) => refusing(within(session, stops).flush()),
          snapshot: () => session.snapshot(),
          free: () => session.free(),
        })
      },
    }
  }
}

function* refusing<Result>(steps: InSteps<Result>): InSteps<Result> {
  try {
    return yield* steps
  } catch (error) {
    if (EncodingError.isInstance(error)) throw new RefusedError('malformed_encoding', error.message)
    throw error
  }
}
