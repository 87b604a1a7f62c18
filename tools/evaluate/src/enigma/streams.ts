import { createRandom } from '@runnel/core'
import { createEnigma } from '@runnel/core/ciphers'
import { drawPassage, type Layout } from '../live/streams.ts'

/** Ciphertexts of machines that are known so far. */
export interface Row {
  /** As `rotorKeys` takes them: the right ring is not known where it is `?`. */
  readonly wheels: string
  readonly layout: Layout
}

/** One of them. */
export interface Stream {
  readonly plaintext: string
  readonly ciphertext: string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const FIVE = ['I', 'II', 'III', 'IV', 'V']

/** Draws streams that start at a word, from random starts; the same for the same seed. */
export const drawStreams = (
  text: string,
  { wheels, layout }: Row,
  { count, seed, letters }: { count: number; seed: number; letters: number },
): Stream[] => {
  const random = createRandom(seed)
  const enigma = createEnigma()
  const any = (): string => LETTERS[random.integer(26)]
  return Array.from({ length: count }, () => {
    const plaintext = drawPassage(text, random, { letters, layout })
    const left = [...FIVE]
    const drawn = [5, 4, 3].map((wheel) => left.splice(random.integer(wheel), 1)[0]).join('-')
    const order = wheels === 'any' ? drawn : wheels.split(' ')[0]
    const rings = wheels.endsWith('?') ? `AA${any()}` : 'AAA'
    const key = enigma.parseKey(`B ${order} ${rings} ${any()}${any()}${any()}`)
    return { plaintext, ciphertext: enigma.encrypt(plaintext, key) }
  })
}
