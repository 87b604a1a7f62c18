/** A way to read a whole ciphertext, of which nothing but the cipher is known. */
export interface Solver {
  readonly name: string
  /** The plaintext letters of ciphertext letters, both from 0 to 25. */
  solve(letters: readonly number[]): number[]
}

/** Letters under a Vigenère key. */
export const underKey = (letters: readonly number[], key: readonly number[]): number[] =>
  letters.map((letter, at) => (letter + 26 - key[at % key.length]) % 26)
