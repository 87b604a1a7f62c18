import { createAlphabet, LATIN } from '@runnel/core'

const { indexOf, letterAt } = createAlphabet(LATIN)

/** Enciphers with Vigenère: each letter is shifted by the key's next one (a = 0); what is no letter passes. */
export const vigenere = (plaintext: string, shifts: readonly number[]): string => {
  let at = 0
  return plaintext.replace(/[a-z]/gi, (letter) => {
    const unit = letter.charCodeAt(0)
    return String.fromCharCode(letterAt((indexOf(unit) + shifts[at++ % shifts.length]) % LATIN.length, unit))
  })
}
