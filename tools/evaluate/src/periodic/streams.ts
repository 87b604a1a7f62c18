import { createRandom } from '@runnel/core'
import { bytesAsText, findCipher, xorKeyOf } from '@runnel/core/ciphers'
import { drawPassage, isLetter, type Layout } from '../live/streams.ts'

/** Ciphertexts under random keys of one period. */
export interface Row {
  readonly cipher: string
  readonly layout: Layout
  readonly period: number
  /** Whether the cipher is not named either. */
  readonly unnamed?: true
  /** Whether words of a list are likelier keys, and the key is one of them or another. */
  readonly words?: 'in the list' | 'others'
}

/** One of them. */
export interface Stream {
  readonly plaintext: string
  readonly ciphertext: string
  readonly key: string
}

/** The characters that keys of a cipher are made of. */
const keyLettersOf = (cipher: string): string =>
  cipher === 'gronsfeld' ? '0123456789' : cipher === 'porta' ? 'ACEGIKMOQSUWY' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Draws streams that start at a word; the same for the same seed. */
export const drawStreams = (
  text: string,
  { cipher: name, layout, period, words: keys }: Row,
  {
    count,
    seed,
    letters,
    words = [],
  }: { count: number; seed: number; letters: number; words?: readonly string[] },
): Stream[] => {
  const random = createRandom(seed)
  const cipher = findCipher(name)
  const keyLetters = keyLettersOf(name)
  if (name === 'xor') {
    return Array.from({ length: count }, () => {
      const plaintext = bytesOf(drawPassage(text, random, { letters, layout }), letters)
      const { key } = xorKeyOf(Array.from({ length: period }, () => random.integer(256)))
      return { plaintext, key, ciphertext: cipher.encrypt(plaintext, { key }) }
    })
  }
  const listed = words.filter(({ length }) => keys === 'in the list' && length === period)
  return Array.from({ length: count }, () => {
    const plaintext = drawPassage(text, random, { letters, layout })
    const word = listed.length > 0 ? listed[random.integer(listed.length)].toUpperCase() : undefined
    const key =
      word ?? Array.from({ length: period }, () => keyLetters[random.integer(keyLetters.length)]).join('')
    return { plaintext, key, ciphertext: cipher.encrypt(plaintext, cipher.parseKey(key)) }
  })
}

/** So many bytes of UTF-8 of a text, one unit each. */
const bytesOf = (text: string, count: number): string =>
  bytesAsText(new TextEncoder().encode(text)).slice(0, count)

/** Whether a unit of text is counted: a letter, or any byte. */
export const countedIn = ({ cipher }: Row): ((unit: string) => boolean) =>
  cipher === 'xor' ? () => true : isLetter
