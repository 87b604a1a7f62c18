import { createCaesar, type Random } from '@runnel/core'
import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import { CONFIDENT } from '../answers/outcome.ts'
import { drawPassage, isLetter, meaningOf } from '../live/streams.ts'

/** Letters of prose under Caesar, and those lost to changes of key that were not there. */
export interface Lost {
  streams: number
  /** Streams whose key was found, and those of them that lost no letter. */
  found: number
  spared: number
  /** Letters of streams whose key was found. */
  letters: number
  /** Letters that came out wrong though the right key had been found before they came. */
  lost: number
  /** Changes of the best key to a wrong one, after it was found. */
  alarms: number
}

/** Streams to draw from a text. */
export interface LostPlan {
  text: string
  streams: number
  /** Letters of a stream. */
  letters: number
  random: Random
}

/**
 * Reads streams under random shifts. The key is found when it is told with confidence for the first time; a letter is
 * lost if it is wrong and came after.
 */
export const countLost = (
  decipherer: Decipherer,
  { text, streams, letters, random }: LostPlan,
  count: (letters: number) => void = () => {},
): Lost => {
  const sum: Lost = { streams, found: 0, spared: 0, letters: 0, lost: 0, alarms: 0 }
  const caesar = createCaesar()
  for (let i = 0; i < streams; i++) {
    const plaintext = drawPassage(text, random, { letters })
    const key = caesar.generateKey(random)
    const ciphertext = caesar.encrypt(plaintext, key)
    const read = readStream(decipherer, ciphertext, meaningOf('caesar', key))
    count(letters)
    if (read.foundAt === Number.POSITIVE_INFINITY) continue
    const lost = lettersWrong(read.text, plaintext, read.foundAt)
    sum.found++
    sum.lost += lost
    sum.spared += lost === 0 ? 1 : 0
    sum.letters += letters
    sum.alarms += read.alarms
  }
  return sum
}

const lettersWrong = (text: string, right: string, from: number): number => {
  let wrong = 0
  for (let at = from; at < right.length; at++) if (isLetter(right[at]) && text[at] !== right[at]) wrong++
  return wrong
}

/** Reads a stream unit by unit: its text, where the right key first was the best, and how often it was not again. */
const readStream = (decipherer: Decipherer, ciphertext: string, meaning: string) => {
  const session = decipherer.createSession()
  const read = { text: '', foundAt: Number.POSITIVE_INFINITY, alarms: 0 }
  const take = (events: readonly DecipherEvent[], at: number): void => {
    for (const event of events) {
      if (event.type === 'final') read.text += event.text
      else if (event.type === 'key') {
        const isRight = meaningOf(event.cipher, event.key) === meaning
        if (isRight && event.probability > CONFIDENT) read.foundAt = Math.min(read.foundAt, at)
        else if (!isRight && at > read.foundAt) read.alarms++
      }
    }
  }
  for (let at = 0; at < ciphertext.length; at++) take(session.push(ciphertext[at]), at)
  take(session.flush(), ciphertext.length)
  return read
}
