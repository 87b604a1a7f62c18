import { createCipher, createRandom, type Random } from '@runnel/core'
import { createDecipherer, type DecipherEvent, loadCounts } from '@runnel/decipher'
import { readingFlags, readingHeads } from '@runnel/decipher/flags'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'

const SENTENCES = [
  'The morning was cold, and the boat had not come. ',
  'Nobody in the village knew who had sent the letter — or why. ',
  'She counted the coins again: 1, 2, 3… and put them back. ',
  'A naïve plan 😀, he thought, but it might work after all. ',
  'When the rain stopped they walked down to the harbour and waited. ',
]

/** A message in cipher, cut into chunks anywhere, and what an uninterrupted session makes of it. */
export interface SeededStream<Chunk extends Uint8Array | string> {
  chunks: Chunk[]
  /** Events of an uninterrupted session, interim text left out. */
  events: DecipherEvent[]
}

/** Makes streams of Caesar with `english`, the key unknown; the same seed gives the same stream. */
export const createSeededStreams = async () => {
  const counts = await loadCounts(await findCounts('english'))
  const model = await loadModel(await findModel('english'))
  // As the service does where no cipher is named: which letters are final together follows from it.
  const decipherer = readingHeads(readingFlags({ counts })(createDecipherer({ model, counts })))
  const withEvents = <Chunk extends Uint8Array | string>(chunks: Chunk[]): SeededStream<Chunk> => {
    const session = decipherer.createSession()
    const events = [...chunks.flatMap((chunk) => session.push(chunk)), ...session.flush()]
    return { chunks, events: events.filter(({ type }) => type !== 'interim') }
  }
  return {
    /** Chunks of bytes. */
    bytes: (seed: number, count: number) =>
      withEvents(cut(createRandom(seed), count, (text) => new TextEncoder().encode(text))),
    /** Chunks of text. */
    text: (seed: number, count: number) => withEvents(cut(createRandom(seed), count, (text) => text)),
  }
}

/** Chunks of 0 to 12 units, 6 on average. */
const cut = <Whole extends { slice(start: number, end: number): Whole }>(
  random: Random,
  count: number,
  encode: (text: string) => Whole,
): Whole[] => {
  const lengths = Array.from({ length: count }, () => random.integer(13))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let plaintext = ''
  while (plaintext.length < total) plaintext += SENTENCES[random.integer(SENTENCES.length)]
  const whole = encode(createCipher('caesar').encrypt(plaintext, { shift: 1 + random.integer(25) }))
  let end = 0
  return lengths.map((length) => {
    end += length
    return whole.slice(end - length, end)
  })
}
