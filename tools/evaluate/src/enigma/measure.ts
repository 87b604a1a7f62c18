import { createEnigma, type EnigmaKey } from '@runnel/core/ciphers'
import type { DecipherEvent, Decipherer } from '@runnel/decipher'
import { isLetter } from '../live/streams.ts'
import type { Stream } from './streams.ts'

/** Figures of the streams of a row. */
export interface Measured {
  /** Streams whose text so far was right, for each number of letters. */
  right: number[]
  /** Streams of which a wrong key was told for certain. */
  misled: number
  /** CPU time of a stream, the first left out. */
  milliseconds: number
}

/** Probability from which on a key is told for certain. */
const CERTAIN = 0.999

/** Reads streams letter by letter. */
export const measure = (
  decipherer: Decipherer,
  streams: readonly Stream[],
  lengths: readonly number[],
  count: () => void,
): Measured => {
  const figures: Measured = { right: lengths.map(() => 0), misled: 0, milliseconds: 0 }
  streams.forEach((stream, i) => {
    const before = process.cpuUsage()
    const { isMisled, right } = follow(decipherer, stream, lengths)
    const { user, system } = process.cpuUsage(before)
    if (i > 0) figures.milliseconds += (user + system) / 1000 / Math.max(1, streams.length - 1)
    if (isMisled) figures.misled++
    right.forEach((isRight, at) => {
      if (isRight) figures.right[at]++
    })
    count()
  })
  return figures
}

const follow = (
  decipherer: Decipherer,
  { plaintext, ciphertext }: Stream,
  lengths: readonly number[],
): { isMisled: boolean; right: boolean[] } => {
  const session = decipherer.createSession()
  const right: boolean[] = []
  let [letters, final, interim, isMisled] = [0, '', '', false]
  const note = (event: DecipherEvent, read: string): void => {
    if (event.type === 'final') final += event.text
    else if (event.type === 'interim') interim = event.text
    else if (event.type === 'key' && event.cipher === 'enigma' && event.probability >= CERTAIN) {
      const own = createEnigma().decrypt(read, event.key as unknown as EnigmaKey)
      isMisled ||= own !== plaintext.slice(0, read.length)
    }
  }
  Array.from(ciphertext).forEach((unit, at) => {
    interim = ''
    for (const event of session.push(unit)) note(event, ciphertext.slice(0, at + 1))
    if (!isLetter(unit)) return
    letters++
    if (lengths.includes(letters)) right.push(final + interim === plaintext.slice(0, at + 1))
  })
  session.free()
  return { isMisled, right }
}
