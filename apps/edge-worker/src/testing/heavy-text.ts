import { createCipher, createRandom } from '@runnel/core'

const SENTENCE =
  'The morning was cold, and the boat had not come; nobody in the village knew who had sent it. '

/** Makes text whose key changes every few letters, which no single key explains: the hardest there is to read. */
export const heavyText = (units: number, seed = 1): string => {
  const random = createRandom(seed)
  let text = ''
  while (text.length < units) {
    const from = random.integer(SENTENCE.length - 8)
    text += createCipher('caesar').encrypt(SENTENCE.slice(from, from + 8), { shift: 1 + random.integer(25) })
  }
  return text.slice(0, units)
}
