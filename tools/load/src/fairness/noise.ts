import { createCipher, type Random } from '@runnel/core'

const SENTENCE =
  'The morning was cold, and the boat had not come; nobody in the village knew who had sent it. '

/** Units of a scrap. */
const SCRAP = 8

/** Text that nothing explains: random letters, or scraps of text each under a key of its own, which is harder to read. */
export type NoiseMaker = (units: number, kind: 'letters' | 'keys', random: Random) => string

/**
 * Makes what makes noise. The sentence is enciphered here once with each key: making a cipher for each scrap took 40 % of the
 * CPU of all clients of a measurement, 20 ms at a time, in which none of them was heard.
 */
export const createNoise = (): NoiseMaker => {
  const caesar = createCipher('caesar')
  const sentences = Array.from({ length: 25 }, (_, i) => caesar.encrypt(SENTENCE, { shift: i + 1 }))
  return (units, kind, random) => {
    let text = ''
    while (text.length < units) {
      if (kind === 'letters') text += String.fromCharCode(97 + random.integer(26))
      else {
        const from = random.integer(SENTENCE.length - SCRAP)
        text += sentences[random.integer(25)]?.slice(from, from + SCRAP)
      }
    }
    return text.slice(0, units)
  }
}
