import { binaryLogarithm } from './binary-logarithm.ts'
import { AS_IT_STANDS, ENGLISH, ENOUGH, UNEQUAL } from './constants.ts'
import { type Encoding, likelyEncoding } from './likely-encoding.ts'
import type { TextCounts } from './text-counts.ts'

/** Families of ciphers of letters, as far as the shares of letters tell them apart. */
export type Family = 'as-it-stands' | 'one-alphabet' | 'many-alphabets'

/** The looks of a text whose cipher is not known. */
export interface TextLooks {
  /** UTF-16 units that are no spaces, and the letters a to z among them. */
  readonly characters: number
  readonly letters: number
  /** The ASCII characters that occur, each once, in the order of their codes; those beyond ASCII are left out. */
  readonly alphabet: string
  /** Characters of each group, where spaces part the text into groups of one length, of three or more. */
  readonly groups?: number
  /** Probability that two letters of the text are the same one; rounded to 4 decimals. */
  readonly coincidence?: number
  /** Bits a letter by the shares of letters; rounded to 2 decimals. */
  readonly entropy?: number
  /** The likeliest explanation, where there is one. */
  readonly likely?: Encoding | Family
}

/** Describes a text by its counts. */
export const describeText = (counts: TextCounts): TextLooks => {
  const { ascii, beyond, groups } = counts
  const lower = Array.from({ length: 26 }, (_, index) => ascii[0x61 + index] + ascii[0x41 + index])
  const letters = sum(lower)
  const printable = Array.from(ascii.subarray(0x21, 0x7f))
  const coincidence = sum(lower.map((count) => count * (count - 1))) / (letters * (letters - 1))
  const likely = likelyEncoding(counts) ?? familyOf(lower, coincidence)
  return {
    characters: sum(printable) + beyond,
    letters,
    alphabet: printable.map((count, i) => (count > 0 ? String.fromCharCode(0x21 + i) : '')).join(''),
    ...(groups.number > 2 && groups.areEqual && { groups: groups.first }),
    ...(letters > 1 && { coincidence: rounded(coincidence, 1e4), entropy: rounded(entropyOf(lower), 100) }),
    ...(likely && { likely }),
  }
}

const familyOf = (counts: readonly number[], coincidence: number): Family | undefined => {
  const letters = sum(counts)
  const english = sum(counts.map((count, letter) => count * ENGLISH[letter])) / (letters * sum(ENGLISH))
  if (letters >= ENOUGH.asItStands && english >= AS_IT_STANDS) return 'as-it-stands'
  if (letters < ENOUGH.families) return undefined
  return coincidence >= UNEQUAL ? 'one-alphabet' : 'many-alphabets'
}

/** Bits a letter, where each letter counts by its share. */
const entropyOf = (counts: readonly number[]): number => {
  const total = sum(counts)
  return 0 - sum(counts.map((count) => (count > 0 ? (count / total) * binaryLogarithm(count / total) : 0)))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const rounded = (value: number, steps: number): number => Math.round(value * steps) / steps
