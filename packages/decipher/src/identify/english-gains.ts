/** Gains of English over characters that are all as likely, in bits. */
export interface EnglishGains {
  /** Of a letter a to z, `[26]`. */
  readonly letters: Float64Array
  /** Of a letter after another, `[26 * before + letter]`. */
  readonly pairs: Float64Array
  /** Of a byte of text with spaces and signs, against 256 that are as likely, `[256]`. */
  readonly bytes: Float64Array
}

/** Gain of the pairs of a text of letters, `0` to `25` each, in bits: the first letter by itself. */
export const pairGain = (letters: Uint8Array, { letters: single, pairs }: EnglishGains): number => {
  if (letters.length === 0) return 0
  let gain = single[letters[0]]
  for (let i = 1; i < letters.length; i++) gain += pairs[26 * letters[i - 1] + letters[i]]
  return gain
}

/** Gain of the letters of a text, each by itself, in bits. */
export const letterGain = (letters: Uint8Array, { letters: single }: EnglishGains): number => {
  let gain = 0
  for (let i = 0; i < letters.length; i++) gain += single[letters[i]]
  return gain
}
