import { createAlphabet, LATIN } from '@runnel/core'

const { indexOf, letterAt } = createAlphabet(LATIN)

/** Enciphers by a permutation of the alphabet: letter i becomes letter `order[i]`; case stays, other signs pass. */
export const substitution = (plaintext: string, order: readonly number[]): string =>
  plaintext.replace(/[a-z]/gi, (letter) => {
    const unit = letter.charCodeAt(0)
    return String.fromCharCode(letterAt(order[indexOf(unit)], unit))
  })
