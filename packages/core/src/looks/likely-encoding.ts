import { CODED } from './constants.ts'
import type { TextCounts } from './text-counts.ts'

/** Ways to write text down that are no ciphers of letters. */
export type Encoding =
  | 'morse'
  | 'binary'
  | 'letter-numbers'
  | 'byte-numbers'
  | 'numbers'
  | 'hex'
  | 'base32'
  | 'base64'
  | 'two-letters'
  | 'adfgvx'
  | 'nucleotides'

/** Signs that stand between coded characters. */
const BETWEEN = /[\s,;:]/g

/** The characters that occur, by their codes, and how often. */
interface Occurring {
  /** Each once, spaces and separators left out. */
  readonly characters: string
  readonly total: number
  readonly counts: TextCounts
}

const only = ({ characters }: Occurring, allowed: RegExp): boolean => allowed.test(characters)

const asNumbers = ({ counts: { numbers } }: Occurring): Encoding => {
  if (numbers.largest <= 26) return 'letter-numbers'
  return numbers.largest <= 255 ? 'byte-numbers' : 'numbers'
}

/** The encoding that a text is likely to be in, by the characters that occur in it. */
export const likelyEncoding = (counts: TextCounts): Encoding | undefined => {
  if (counts.beyond > 0) return undefined
  const all = Array.from(counts.ascii, (count, code) => (count > 0 ? String.fromCharCode(code) : '')).join('')
  const characters = all.replace(BETWEEN, '')
  const total = Array.from(characters).reduce((sum, one) => sum + counts.ascii[one.charCodeAt(0)], 0)
  const text: Occurring = { characters, total, counts }
  if (total < CODED) return undefined
  if (only(text, /^[-./_|]+$/) && /[-._]/.test(characters)) return 'morse'
  if (only(text, /^[01]+$/)) return 'binary'
  if (only(text, /^[-.\d]+$/) && /\d/.test(characters))
    return counts.numbers.number > 3 ? asNumbers(text) : hexOf(text)
  return hexOf(text) ?? baseOf(text) ?? fewLetters(text)
}

const hexOf = (text: Occurring): Encoding | undefined =>
  only(text, /^(?:[\da-f]+|[\dA-F]+)$/) && /\d/.test(text.characters) && text.total % 2 === 0
    ? 'hex'
    : undefined

const baseOf = (text: Occurring): Encoding | undefined => {
  const { characters, total, counts } = text
  // Words have spaces between them; these codes have line ends at most.
  if (counts.ascii[0x20] > 0) return undefined
  if (only(text, /^=?[2-7A-Z=]+$/) && /[2-7]/.test(characters) && total % 8 === 0) return 'base32'
  const isMixed = /[a-z]/.test(characters) && /[A-Z]/.test(characters) && /[\d+/=]/.test(characters)
  return isMixed && only(text, /^[-\w+/=]+$/) && total % 4 === 0 ? 'base64' : undefined
}

const fewLetters = (text: Occurring): Encoding | undefined => {
  const letters = text.characters.toLowerCase()
  const { size } = new Set(letters)
  if (!/^[a-z]+$/.test(letters)) return undefined
  if (size === 2 && text.total % 5 === 0) return 'two-letters'
  if (size >= 4 && /^[acgtun]+$/.test(letters)) return 'nucleotides'
  return size >= 5 && /^[adfgvx]+$/.test(letters) && text.total % 2 === 0 ? 'adfgvx' : undefined
}
