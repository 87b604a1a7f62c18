import type { CipherKeys } from '@runnel/core'
import type { TextLooks } from '@runnel/core/looks'

/** Text that is settled for good; finals follow one another without gap or overlap. */
export interface FinalEvent {
  type: 'final'
  /** UTF-16 units from the start of the stream. */
  start: number
  text: string
}

/** Text that may still change; replaces all earlier interim text. */
export interface InterimEvent {
  type: 'interim'
  start: number
  text: string
  /** Probability that it is right, for each UTF-16 unit of `text`. */
  confidence?: readonly number[]
}

/** A cipher's key as events tell it: plain, frozen, and the same through JSON. Its fields are the cipher's. */
export type EventKey = Readonly<Record<string, unknown>>

/**
 * A cipher's name and a key of it: the name tells the fields of the key. Where languages are weighed, a key over letters that
 * are not those of the script tells their alphabet, such as `es`.
 */
export type ToldKey = {
  [Name in keyof CipherKeys]: {
    cipher: Name
    key: { readonly [Field in keyof CipherKeys[Name]]: CipherKeys[Name][Field] } & {
      readonly alphabet?: string
    }
  }
}[keyof CipherKeys]

/** The best belief about the cipher and its key. */
export type KeyEvent = ToldKey & {
  type: 'key'
  start: number
  probability: number
  /** Encodings that were taken off, outermost first, such as `base64 > hex`; by decipherers that take them off. */
  encoding?: string
  /** ISO 639-1 code of the plaintext's language, from a probability of 0.8 on; by decipherers that weigh languages. */
  language?: string
  /** Probability of that language. */
  languageProbability?: number
}

/** One of the keys that a stream may be written with, and the beginning of the stream as it reads it. */
export type Candidate = ToldKey & {
  probability: number
  /** The first 32 UTF-16 units, or a unit more where that would split a surrogate pair. */
  text: string
  /** Encodings that were taken off. */
  encoding?: string
  /** ISO 639-1 code of the language that the key reads; by decipherers that weigh languages. */
  language?: string
}

/** The most probable keys, best first; replaces all earlier candidates. */
export interface CandidatesEvent {
  type: 'candidates'
  /** UTF-16 units that they were weighed by. */
  start: number
  candidates: readonly Candidate[]
}

/** Bits a letter: how well a text is explained. */
export interface Fit {
  /** Of the text as it was read. */
  bits: number
  /** Of text of the language that the model knows. */
  language: number
  /** Of random letters. */
  random: number
}

/** The end of the stream. */
export type DoneEvent = ToldKey & {
  type: 'done'
  start: number
  probability: number
  /** Letters of the alphabet in the whole stream. */
  letters: number
  /** Encodings that were taken off. */
  encoding?: string
  /** ISO 639-1 code of the plaintext's language, from a probability of 0.8 on. */
  language?: string
  /** Probability of that language. */
  languageProbability?: number
  /** Told by inferences that weigh text. */
  fit?: Fit
  /** The looks of the ciphertext, where no key explains it; told by `tellingLooks`. */
  looks?: TextLooks
}

/** All that a session tells, in order. */
export type DecipherEvent = FinalEvent | InterimEvent | KeyEvent | CandidatesEvent | DoneEvent
