import { createAlphabet, createRandom, LATIN, type Random, type Tokenizer } from '@runnel/core'

/** A text enciphered with Caesar, as a net reads it. */
export interface CipherStream {
  /** Ids of the ciphertext. */
  ids: Uint16Array
  /** For each id the index of its plaintext letter, from 0; −1 where there is no letter. */
  plain: Int8Array
  /** For each id the index of its ciphertext letter. */
  cipher: Int8Array
}

/** Options of the streams to make. */
export interface StreamOptions {
  count: number
  /** Letters in a stream. */
  letters: number
  /** The shift becomes another one before this letter, counted from 0. */
  changeAt?: number
  seed: number
}

const alphabet = createAlphabet(LATIN)

/** Streams of a text that start at random words, each under a random shift. The same seed gives the same streams. */
export const cipherStreams = (text: string, tokenizer: Tokenizer, options: StreamOptions): CipherStream[] => {
  const random = createRandom(options.seed)
  return Array.from({ length: options.count }, () =>
    encipher(text, startOfWord(text, random, options.letters), tokenizer, options, random),
  )
}

const encipher = (
  text: string,
  start: number,
  tokenizer: Tokenizer,
  { letters, changeAt }: StreamOptions,
  random: Random,
): CipherStream => {
  const [first, other] = [random.integer(26), 1 + random.integer(25)]
  const ids: number[] = []
  const [plain, cipher]: [number[], number[]] = [[], []]
  for (let position = start, read = 0; read < letters; position++) {
    const index = alphabet.indexOf(text.charCodeAt(position))
    const shift = changeAt !== undefined && read >= changeAt ? first + other : first
    const shifted = index === -1 ? -1 : (index + shift) % 26
    const id = tokenizer.idOf(index === -1 ? text.charCodeAt(position) : LATIN.charCodeAt(shifted))
    if (id === 0) continue
    ids.push(id)
    plain.push(index)
    cipher.push(shifted)
    if (index !== -1) read++
  }
  return { ids: Uint16Array.from(ids), plain: Int8Array.from(plain), cipher: Int8Array.from(cipher) }
}

/** A place where a word starts, with room for `letters` letters behind it. */
const startOfWord = (text: string, random: Random, letters: number): number => {
  for (;;) {
    const at = 1 + random.integer(text.length - 20 * letters)
    if (/\s/.test(text[at - 1]) && alphabet.indexOf(text.charCodeAt(at)) !== -1) return at
  }
}
