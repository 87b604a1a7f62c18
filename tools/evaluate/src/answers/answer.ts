import { type DecipherEvent, type Decipherer, finalText } from '@runnel/decipher'

/** The whole of a text as a session reads it when it ends there. */
export interface Answer {
  text: string
  cipher: string
  key: unknown
  /** Of the best belief, from 0 to 1. */
  probability: number
}

/** Cipher of an answer that says "none of these". */
export const UNKNOWN = 'unknown'

/** The answer of a session that is given the whole text and flushed. */
export const answer = (decipherer: Decipherer, ciphertext: string): Answer => {
  const session = decipherer.createSession()
  const events = [...session.push(ciphertext), ...session.flush()]
  const { cipher, key, probability } = doneOf(events)
  return { text: finalText(events), cipher, key, probability }
}

const doneOf = (events: readonly DecipherEvent[]) => {
  const done = events.at(-1)
  if (done?.type !== 'done') throw new Error('flush ended without a done event')
  return done
}
