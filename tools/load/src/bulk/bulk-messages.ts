import { createCipher, createRandom } from '@runnel/core'
import { SENTENCES } from '../messages.ts'

/** One line of the input: its id, and what it asks for; nothing where the line is none. */
export interface BulkMessage {
  id: string
  text?: string
}

/** One in so many lines is no JSON. */
const BROKEN = 500

/** Makes messages of one sentence in Caesar, each with an id, some of them broken; the same seed gives the same. */
export const bulkMessages = (count: number, seed: number): BulkMessage[] => {
  const random = createRandom(seed)
  const caesar = createCipher('caesar')
  return Array.from({ length: count }, (_, i) => {
    const id = `m${i}`
    const sentence = SENTENCES[random.integer(SENTENCES.length)] as string
    const text = caesar.encrypt(sentence.trim(), { shift: 1 + random.integer(25) })
    return i % BROKEN === BROKEN - 1 ? { id } : { id, text }
  })
}

/** The messages as an object of a bucket has them. */
export const bulkLines = (messages: readonly BulkMessage[]): string =>
  messages.map((message) => `${message.text === undefined ? 'no JSON' : JSON.stringify(message)}\n`).join('')
