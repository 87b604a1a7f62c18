import { createCipher, createRandom, type Random } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'

const SENTENCES = [
  'The morning was cold, and the boat had not come. ',
  'Nobody in the village knew who had sent the letter — or why. ',
  'She counted the coins again: 1, 2, 3… and put them back. ',
  'A naïve plan 😀, he thought, but it might work after all. ',
  'When the rain stopped they walked down to the harbour and waited. ',
]

/** A message in cipher, cut into chunks of bytes anywhere, and what an uninterrupted session makes of it. */
export interface SeededStream {
  chunks: Uint8Array<ArrayBuffer>[]
  /** Events of an uninterrupted session, interim text left out. */
  events: DecipherEvent[]
  finals: string
}

/** Makes streams of Caesar with `english`, the key unknown; the same seed gives the same stream. */
export const createSeededStreams = async () => {
  const decipherer = createDecipherer({ model: await loadModel(await findModel('english')) })
  return (seed: number, count: number): SeededStream => {
    const random = createRandom(seed)
    const chunks = cut(random, count)
    const session = decipherer.createSession()
    const events = [...chunks.flatMap((chunk) => session.push(chunk)), ...session.flush()]
    const stored = events.filter(({ type }) => type !== 'interim')
    return {
      chunks,
      events: stored,
      finals: stored.map((event) => (event.type === 'final' ? event.text : '')).join(''),
    }
  }
}

/** Chunks of 0 to 12 bytes, 6 on average. */
const cut = (random: Random, count: number): Uint8Array<ArrayBuffer>[] => {
  const lengths = Array.from({ length: count }, () => random.integer(13))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let plaintext = ''
  while (plaintext.length < total) plaintext += SENTENCES[random.integer(SENTENCES.length)]
  const bytes = new TextEncoder().encode(
    createCipher('caesar').encrypt(plaintext, { shift: 1 + random.integer(25) }),
  )
  let end = 0
  return lengths.map((length) => {
    end += length
    return bytes.slice(end - length, end)
  })
}
