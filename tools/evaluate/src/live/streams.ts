import type { Random } from '@runnel/core'
import { findCipher } from '@runnel/core/ciphers'

/** Layout of the text before it is enciphered. */
export type Layout = 'as written' | 'no spaces' | 'capitals' | 'digits inside' | 'groups of five'

/** One ciphertext with what is right for it. */
export interface Stream {
  plaintext: string
  ciphertext: string
  /** The plaintext alphabet as the key of each UTF-16 unit enciphers it: two keys with equal meaning are equal. */
  keys: string[]
  /** Places where the key changes, in UTF-16 units. */
  changes: number[]
}

/** Recipe of a stream. */
export interface StreamOptions {
  letters: number
  layout?: Layout
  /** The letters that ciphers move; a to z unless given. */
  alphabet?: string | undefined
  /** Names of the ciphers to draw from, `plain` for none; Caesar unless given. */
  ciphers?: readonly string[]
  /** Probability of a new key at each letter, or, where only words begin one, at each first letter of a word. */
  changeRate?: number
  changeAt?: 'letter' | 'word'
  /** Share of letters replaced by random ones, before the text is enciphered. */
  noise?: number
}

/** Whether a unit is a letter, of a to z unless an alphabet is given. */
export const isLetter = (unit: string, alphabet?: string): boolean =>
  alphabet === undefined ? /[a-zA-Z]/.test(unit) : alphabet.includes(unit.toLowerCase())

/** Draws a stream that starts at a word. */
export const drawStream = (text: string, random: Random, options: StreamOptions): Stream => {
  const { ciphers = ['caesar'], changeRate = 0, changeAt = 'letter', noise = 0, alphabet } = options
  const plaintext = replaceLetters(drawPassage(text, random, options), noise, random)
  let key = drawKey(ciphers, random, alphabet)
  const stream: Stream = { plaintext, ciphertext: '', keys: [], changes: [] }
  for (let i = 0; i < plaintext.length; i++) {
    const mayChange =
      i > 0 &&
      isLetter(plaintext[i], alphabet) &&
      (changeAt === 'letter' || !isLetter(plaintext[i - 1], alphabet))
    if (mayChange && changeRate > 0 && random.next() < changeRate) {
      const before = key.meaning
      while (key.meaning === before) key = drawKey(ciphers, random, alphabet)
      stream.changes.push(i)
    }
    stream.ciphertext += key.encrypt(plaintext[i])
    stream.keys.push(key.meaning)
  }
  return stream
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0'

/** The meaning of a key: two keys that encipher alike are the same; "none of these" is like no key. */
export const meaningOf = (cipher: string, key: unknown, alphabet?: string): string => {
  if (cipher === 'unknown') return cipher
  const letters = alphabet === undefined ? ALPHABET : `${alphabet}0`
  return cipher === 'plain' ? letters : findCipher(cipher, alphabet).encrypt(letters, key as never)
}

const drawKey = (ciphers: readonly string[], random: Random, alphabet: string | undefined) => {
  const name = ciphers[random.integer(ciphers.length)]
  if (name === 'plain') return { meaning: meaningOf(name, {}, alphabet), encrypt: (text: string) => text }
  const cipher = findCipher(name, alphabet)
  const key = cipher.generateKey(random)
  return { meaning: meaningOf(name, key, alphabet), encrypt: (text: string) => cipher.encrypt(text, key) }
}

/** Draws a passage that starts at a word, in its layout. */
export const drawPassage = (
  text: string,
  random: Random,
  { letters, layout = 'as written', alphabet }: Pick<StreamOptions, 'letters' | 'layout' | 'alphabet'>,
): string => layouts[layout](passage(text, letters, random, alphabet), random, alphabet)

/** Replaces a share of the letters by random ones, which may be the same; case stays. */
export const replaceLetters = (text: string, share: number, random: Random): string => {
  if (share === 0) return text
  return text.replace(/[a-zA-Z]/g, (letter) => {
    if (random.next() >= share) return letter
    return String.fromCharCode((letter < 'a' ? 65 : 97) + random.integer(26))
  })
}

const passage = (text: string, letters: number, random: Random, alphabet: string | undefined): string => {
  let at = random.integer(text.length - 3 * letters - 1000)
  while (!(/\s/.test(text[at]) && isLetter(text[at + 1], alphabet))) at++
  let end = ++at
  for (let count = 0; count < letters; end++) if (isLetter(text[end], alphabet)) count++
  return text.slice(at, end)
}

const layouts: Record<Layout, (text: string, random: Random, alphabet?: string) => string> = {
  'as written': (text) => text,
  'no spaces': (text, _, alphabet) => lettersOf(text, alphabet).toLowerCase(),
  capitals: (text) => text.toUpperCase(),
  // A number of one to four digits in front of one word in five.
  'digits inside': (text, random) =>
    text.replace(/\s(?=[a-zA-Z])/g, (space) =>
      random.integer(5) === 0 ? `${space}${random.integer(10_000)} ` : space,
    ),
  'groups of five': (text) =>
    lettersOf(text)
      .toUpperCase()
      .replace(/.{5}(?=.)/g, '$& '),
}

const lettersOf = (text: string, alphabet?: string): string =>
  [...text].filter((unit) => isLetter(unit, alphabet)).join('')
