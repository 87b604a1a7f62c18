import { createCipher, type Random } from '@runnel/core'

const SENTENCE =
  'The morning was cold, and the boat had not come; nobody in the village knew who had sent it. '

/** Text that nothing explains: random letters, or scraps of text each under a key of its own, which is harder to read. */
export const makeNoise = (units: number, kind: 'letters' | 'keys', random: Random): string => {
  let text = ''
  while (text.length < units) {
    if (kind === 'letters') text += String.fromCharCode(97 + random.integer(26))
    else {
      const from = random.integer(SENTENCE.length - 8)
      text += createCipher('caesar').encrypt(SENTENCE.slice(from, from + 8), {
        shift: 1 + random.integer(25),
      })
    }
  }
  return text.slice(0, units)
}
