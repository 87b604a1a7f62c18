import { type Cipher, createAlphabet, LATIN } from '@runnel/core'
import { decryptPiece, decryptWith } from './decrypt-with.ts'
import { letterCipher } from './letter-cipher.ts'
import type { PageView } from './page-context.ts'
import { readLetters } from './read-letters.ts'
import { readsLetters } from './reads-letters.ts'

/** A letter of the cipher alphabet. */
export interface CipherLetter {
  readonly cipher: string
  /** The letter that it stands for under the leading key; empty where that is not known. */
  readonly plain: string
  /** Times it has come. */
  readonly count: number
  /** Whether it has come under the leading key, so that the text bears it out. */
  readonly isSure: boolean
}

/** Letters that are counted; more change no bar that can be seen. */
const COUNTED = 20_000

/** The cipher alphabet as the leading key reads it at the letter that is looked at. */
export const cipherAlphabet = ({ page, decoded, stretches, letter, ...view }: PageView): CipherLetter[] => {
  const moment = view.moment.value
  const text = decoded.value.slice(0, Math.min(moment.read, COUNTED)).toLowerCase()
  const stretch = stretches.value.findLast(({ start }) => start <= Math.max(0, letter.value))
  const named = stretch ?? moment.candidates[0]
  const { stretches: byHand = [] } = page.reader.options.value
  const own =
    byHand.findLast(({ start }) => start <= Math.max(0, letter.value))?.alphabet ??
    page.reader.options.value.letters
  const alphabet = own ? [...own] : lettersOf(named && letterCipher(named.cipher))
  const from = stretch?.start ?? 0
  const counts = new Map<string, number>()
  const since = new Set<string>()
  // By their places: an iterator would leave an object for each of them, with each drawing.
  for (let place = 0; place < text.length; place++) {
    const unit = text[place]
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
    if (place >= from) since.add(unit)
  }
  // Of a key that moves with the text, the alphabet at this letter is shown: the letter is put in its place.
  const at = Math.max(0, letter.value)
  const moves = named && (letterCipher(named.cipher)?.phaseLength ?? 0) > 0
  const { log } = page.reader
  const plaintext = log.settled.slice(0, moment.settled) + moment.waiting.text
  let read: ReadonlyMap<string, string> | undefined
  const readOne = (one: string): string | undefined => {
    if (!named || !readsLetters(named.cipher)) return undefined
    if (!moves || own) {
      const letter = own ? undefined : decryptWith(one, named)
      if (letter !== undefined) return letter
      // The key is not complete yet: the text shows what it reads a letter as, where that has come.
      read ??= readLetters(text.slice(from), plaintext.slice(from, text.length))
      return read.get(one)
    }
    return decryptPiece(text.slice(0, at) + one, { from: at, to: at + 1 }, named)
  }
  return alphabet.map((cipher) => ({
    cipher,
    plain: readOne(cipher) ?? '',
    count: counts.get(cipher) ?? 0,
    isSure: since.has(cipher),
  }))
}

/** The letters of a cipher's alphabet; the Latin ones where there is none, or one of more signs than can be shown. */
const lettersOf = (cipher: Cipher<unknown> | undefined): string[] => {
  const letters = new Set(Array.from(cipher?.alphabet.letters ?? '', (letter) => letter.toLowerCase()))
  return letters.size > 0 && letters.size <= 40 ? [...letters] : [...createAlphabet(LATIN).letters]
}
