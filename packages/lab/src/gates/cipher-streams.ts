import { createCaesar, createRandom, LATIN, type Tokenizer } from '@runnel/core'

/** Characters before the key changes, and after. */
export const BEFORE = 150
export const AFTER = 60

/** The same text under a key that changes and under one that stays. */
export interface CipherStream {
  plain: string
  /** Ids of all characters, and of those after the change if the key had stayed. */
  changed: Uint16Array
  stayed: Uint16Array
  /** Shifts before and after the change. */
  keys: [number, number]
}

/** Draws streams from a text, each from a random word, under random keys of Caesar. */
export const cipherStreams = (
  text: string,
  count: number,
  { encode }: Tokenizer,
  seed: number,
): CipherStream[] => {
  const random = createRandom(seed)
  const { encrypt } = createCaesar()
  return Array.from({ length: count }, () => {
    const plain = fromWord(text, random.integer(text.length)).slice(0, BEFORE + AFTER)
    const first = random.integer(LATIN.length)
    const second = (first + 1 + random.integer(LATIN.length - 1)) % LATIN.length
    const [before, after] = [plain.slice(0, BEFORE), plain.slice(BEFORE)]
    return {
      plain,
      changed: encode(encrypt(before, { shift: first }) + encrypt(after, { shift: second })),
      stayed: encode(encrypt(after, { shift: first })),
      keys: [first, second],
    }
  })
}

/** A text from the first word after `from` on, round its end. */
const fromWord = (text: string, from: number): string => {
  const round = text.slice(from) + text
  return round.slice(round.indexOf(' ') + 1) + text
}
