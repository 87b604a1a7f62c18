import { createCipher, createRandom } from '@runnel/core'
import { createDecipherer, finalText, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'

/** Sentences that messages are made of. */
export const SENTENCES = [
  'The morning was cold, and the boat had not come. ',
  'Nobody in the village knew who had sent the letter, or why. ',
  'She counted the coins again: one, two, three, and put them back. ',
  'A naïve plan 😀, he thought, but it might work after all. ',
  'When the rain stopped they walked down to the harbour and waited. ',
]

/** A message in Caesar, and what a session makes of it that nothing interrupts. */
export interface Message {
  ciphertext: string
  finals: string
}

/** Makes messages of a number of UTF-16 units; the same seed gives the same message. */
export const createMessages = async (): Promise<(seed: number, units: number) => Message> => {
  const decipherer = createDecipherer({
    model: await loadModel(await findModel('english')),
    counts: await loadCounts(await findCounts('english')),
  })
  return (seed, units) => {
    const random = createRandom(seed)
    let plaintext = ''
    while (plaintext.length < units) plaintext += SENTENCES[random.integer(SENTENCES.length)]
    const ciphertext = createCipher('caesar')
      .encrypt(plaintext.slice(0, units), { shift: 1 + random.integer(25) })
      .replace(/[\ud800-\udbff]$/, '!')
    const session = decipherer.createSession()
    const finals = finalText([...session.push(ciphertext), ...session.flush()])
    session.free()
    return { ciphertext, finals }
  }
}
