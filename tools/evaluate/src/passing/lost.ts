import { createCaesar, type Random } from '@runnel/core'
import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import { CONFIDENT } from '../answers/outcome.ts'
import { drawPassage, isLetter, meaningOf } from '../live/streams.ts'

/** Letters of prose under Caesar, and those lost to changes of key that were not there. */
export interface Lost {
  streams: number
  /** Streams whose key was found, and those of them all of whose letters came out right since. */
  found: number
  spared: number
  /** Letters of streams whose key was found. */
  letters: number
  /** Letters that came out by another key though the right one had been found before they came. */
  lost: number
  /** Letters that came out as they stood since then, while no key was believed to explain them. */
  unread: number
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
 * Reads streams under random shifts. The key is found when it is told with confidence for the first time; a letter that
 * came after and is wrong is lost, or unread where it was told that no key explains the text.
 */
export const countLost = (
  decipherer: Decipherer,
  { text, streams, letters, random }: LostPlan,
  count: (letters: number) => void = () => {},
): Lost => {
  const sum: Lost = { streams, found: 0, spared: 0, letters: 0, lost: 0, unread: 0, alarms: 0 }
  const caesar = createCaesar()
  for (let i = 0; i < streams; i++) {
    const plaintext = drawPassage(text, random, { letters })
    const key = caesar.generateKey(random)
    const ciphertext = caesar.encrypt(plaintext, key)
    const read = readStream(decipherer, ciphertext, meaningOf('caesar', key))
    count(letters)
    if (read.foundAt === Number.POSITIVE_INFINITY) continue
    const { lost, unread } = lettersWrong(read, plaintext)
    sum.found++
    sum.lost += lost
    sum.unread += unread
    sum.spared += lost + unread === 0 ? 1 : 0
    sum.letters += letters
    sum.alarms += read.alarms
  }
  return sum
}

/** A stream as it was read. */
interface StreamRead {
  text: string
  /** Whether each unit was told as one that no key explains. */
  unknown: boolean[]
  foundAt: number
  alarms: number
}

const lettersWrong = ({ text, unknown, foundAt }: StreamRead, right: string) => {
  const wrong = { lost: 0, unread: 0 }
  for (let at = foundAt; at < right.length; at++) {
    if (isLetter(right[at]) && text[at] !== right[at]) wrong[unknown[at] ? 'unread' : 'lost']++
  }
  return wrong
}

/** Reads a stream unit by unit: its text, where the right key first was the best, and how often it was not again. */
const readStream = (decipherer: Decipherer, ciphertext: string, meaning: string): StreamRead => {
  const session = decipherer.createSession()
  const read: StreamRead = { text: '', unknown: [], foundAt: Number.POSITIVE_INFINITY, alarms: 0 }
  let cipher = ''
  const take = (events: readonly DecipherEvent[], at: number): void => {
    for (const event of events) {
      if (event.type === 'final') {
        read.text += event.text
        while (read.unknown.length < read.text.length) read.unknown.push(cipher === 'unknown')
      } else if (event.type === 'key') {
        cipher = event.cipher
        const isRight = meaningOf(cipher, event.key) === meaning
        if (isRight && event.probability > CONFIDENT) read.foundAt = Math.min(read.foundAt, at)
        else if (!isRight && at > read.foundAt) read.alarms++
      }
    }
  }
  for (let at = 0; at < ciphertext.length; at++) take(session.push(ciphertext[at]), at)
  take(session.flush(), ciphertext.length)
  return read
}
