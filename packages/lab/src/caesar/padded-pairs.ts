import { createCaesar, createRandom, createTokenizer, padSequences, type Tokenizer } from '@runnel/core'
import { recipes } from '@runnel/models/recipes'

/** The assignment's window, shift, and symbols. */
export const LENGTH = 100
export const SHIFT = 3

/** Training pairs, `[rows, LENGTH]` row after row: ciphertext and plaintext as ids. */
export interface PaddedPairs {
  inputs: Uint16Array
  targets: Uint16Array
  /** 1 where there is a character, 0 where there is padding, whatever its id. */
  real: Uint8Array
  rows: number
}

/** Letters, space, apostrophe, any digit, anything else; id 0 is padding and no symbol. */
export const assignmentTokenizer = (): Tokenizer => {
  const { alphabet, ...classes } = recipes()['caesar-3'].config.tokenizer
  return createTokenizer(alphabet, classes)
}

/** Cuts a text into sentences of 10 to 100 characters, enciphers them, and pads both sides at the end with `padding`. */
export const paddedPairs = (
  text: string,
  { rows, padding, seed }: { rows: number; padding: number; seed: number },
): PaddedPairs => {
  const random = createRandom(seed)
  const { encode } = assignmentTokenizer()
  const sentences = Array.from({ length: rows }, () => {
    const length = 10 + random.integer(LENGTH - 9)
    const start = random.integer(text.length - LENGTH)
    return text.slice(start, start + length)
  })
  const options = { length: LENGTH, value: padding }
  const enciphered = sentences.map((sentence) => createCaesar().encrypt(sentence, { shift: SHIFT }))
  const inputs = padSequences(enciphered.map(encode), options)
  const { ids: targets, mask: real } = padSequences(sentences.map(encode), options)
  return { inputs: inputs.ids, targets, real, rows }
}
