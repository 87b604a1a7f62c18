import { createRandom } from '@runnel/core'
import { bytesAsText, findCipher, xorKeyOf } from '@runnel/core/ciphers'
import { drawPassage, isLetter, type Layout, replaceLetters } from '../live/streams.ts'

/** Ciphertexts under random keys of one period. */
export interface Row {
  readonly cipher: string
  readonly layout: Layout
  readonly period: number
  /** Whether the cipher is not named either. */
  readonly unnamed?: true
  /** Whether words of a list are likelier keys, and the key is one of them or another. */
  readonly words?: 'in the list' | 'outside it' | 'others'
  /** Share of letters of the ciphertext that are wrong. */
  readonly wrong?: number
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
  { cipher: name, layout, period, words: keys, wrong = 0 }: Row,
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
  const listed =
    keys === 'outside it'
      ? wordsOf(text, period, new Set(words))
      : words.filter(({ length }) => keys === 'in the list' && length === period)
  return Array.from({ length: count }, () => {
    const plaintext = drawPassage(text, random, { letters, layout })
    if (name === 'progressive') {
      const key = cipher.generateKey(random)
      return { plaintext, key: cipher.formatKey(key), ciphertext: cipher.encrypt(plaintext, key) }
    }
    const word = listed.length > 0 ? listed[random.integer(listed.length)].toUpperCase() : undefined
    const key =
      word ?? Array.from({ length: period }, () => keyLetters[random.integer(keyLetters.length)]).join('')
    const sent = cipher.encrypt(plaintext, cipher.parseKey(key))
    const ciphertext = replaceLetters(sent, wrong, random)
    // Of a letter that is wrong, what the key reads is all that is asked for.
    return { plaintext: cipher.decrypt(ciphertext, cipher.parseKey(key)), key, ciphertext }
  })
}

/** Words of a text of so many letters that are not in a list, each once. */
const wordsOf = (text: string, letters: number, list: ReadonlySet<string>): string[] => [
  ...new Set(
    (text.toLowerCase().match(/(?<![a-z'-])[a-z]+(?![a-z'-])/g) ?? []).filter(
      (word) => word.length === letters && !list.has(word),
    ),
  ),
]

/** So many bytes of UTF-8 of a text, one unit each. */
const bytesOf = (text: string, count: number): string =>
  bytesAsText(new TextEncoder().encode(text)).slice(0, count)

/** Whether a unit of text is counted: a letter, or any byte. */
export const countedIn = ({ cipher }: Row): ((unit: string) => boolean) =>
  cipher === 'xor' ? () => true : isLetter
