import type { BelievedKey } from '../../engine/index.ts'
import type { EarlyLetter } from './early-letters.ts'
import type { Moment } from './moment.ts'
import { isSameKey } from './same-key.ts'
import type { Stretch } from './stretches.ts'

/** The state of a text in one word, and what a sentence about it needs. */
export type Judgement =
  | { readonly kind: 'empty' | 'waiting-for-model' | 'no-letters' | 'other-letters' | 'unread' | 'seeking' }
  | {
      readonly kind: 'contradiction'
      readonly lock?: { cipher: string; plain: string }
      readonly word?: string
    }
  | { readonly kind: 'too-early'; readonly best: BelievedKey }
  | { readonly kind: 'sure'; readonly best: BelievedKey; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'no-longer-fits'; readonly before: Stretch; readonly from: number }
  | { readonly kind: 'unusual'; readonly best: BelievedKey; readonly bits: number }
  | { readonly kind: 'none'; readonly best: BelievedKey | undefined; readonly bits: number | undefined }
  | { readonly kind: 'settled-early'; readonly letters: readonly EarlyLetter[]; readonly best: BelievedKey }

/** All that a judgement rests on. */
export interface Evidence {
  readonly ciphertext: string
  readonly moment: Moment
  readonly stretches: readonly Stretch[]
  readonly early: readonly EarlyLetter[]
  /** Bits of each letter that waits, and of the latest letters. */
  readonly surprises: { readonly waiting: readonly number[]; readonly latest: readonly number[] }
  readonly isReady: boolean
  /** Whether keys that cannot be listed are sought, and all of a text is there that has not been read to its end. */
  readonly isSeeking: boolean
  readonly letters: number
  /** Whether other signs than Latin letters may be moved: keys of other letters are weighed, or a key is known. */
  readonly hasOtherLetters?: boolean
}

/** Belief from which a key is named without `perhaps`: below it the verdict would flicker through ciphers. */
const NAMED = 0.9

/**
 * Letters that have to be read before a text is said to fit or not. Chosen on Moby-Dick, with and without spaces, in
 * Caesar, in Vigenère and in a mixed alphabet, and on German: docs/page.md has the table.
 */
const ENOUGH_LETTERS = 40

/** Bits a letter: above the first a text does not read like English, above the second no key fits. */
export const UNUSUAL_BITS = 4.1
const NO_KEY_BITS = 5

/** Letters that have to wait, and their bits on average, before a key is said to fit no longer. */
const DOUBTED_LETTERS = 3
const DOUBTED_BITS = 4.7

/** Judges what has been read. */
export const judge = (evidence: Evidence): Judgement => {
  const { ciphertext, moment, stretches, early, surprises, isReady, isSeeking, letters } = evidence
  if (!ciphertext) return { kind: 'empty' }
  if (!evidence.hasOtherLetters && !/\p{L}/u.test(ciphertext)) return { kind: 'no-letters' }
  if (moment.read === 0) return { kind: isReady ? 'unread' : 'waiting-for-model' }
  const best = moment.ending ?? moment.candidates[0] ?? stretches.at(-1)
  if (!best) return { kind: 'unread' }
  const bits = moment.ending?.fit?.bits ?? moment.fit?.bits ?? mean(surprises.latest)
  // A key that was set by hand may move them.
  const isKnown = (best.probability === 1 && best.cipher !== 'plain') || evidence.hasOtherLetters === true
  if (!isKnown && !hasLatin(ciphertext)) return { kind: 'other-letters' }
  if (best.cipher === 'unknown') {
    if (isSeeking && !moment.ending) return { kind: 'seeking' }
    const named = moment.candidates.find(({ cipher }) => cipher !== 'unknown')
    return letters >= ENOUGH_LETTERS || moment.ending
      ? { kind: 'none', best: named, bits }
      : { kind: 'too-early', best: named ?? best }
  }
  const last = stretches.at(-1)
  const doubted = surprises.waiting.length >= DOUBTED_LETTERS && (mean(surprises.waiting) ?? 0) > DOUBTED_BITS
  if (doubted && last && isSameKey(last, best) && last.start < moment.settled && !moment.ending) {
    return { kind: 'no-longer-fits', before: last, from: moment.settled }
  }
  if (best.probability < NAMED) return { kind: 'too-early', best }
  if (letters >= ENOUGH_LETTERS && bits !== undefined) {
    if (bits > NO_KEY_BITS) return { kind: 'none', best, bits }
    if (bits > UNUSUAL_BITS) return { kind: 'unusual', best, bits }
  }
  if (early.length > 0) return { kind: 'settled-early', letters: early, best }
  return { kind: 'sure', best, stretches }
}

/** Whether letters are among the first of a text that some key moves. */
const hasLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text.slice(0, LOOKED_AT))

/** UTF-16 units of a text whose script is looked at. */
const LOOKED_AT = 2000

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
