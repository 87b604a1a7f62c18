import type { Decipherer } from '../decipherer.ts'

/** A decipherer, with the answers that are right for it. */
export interface SessionSubject {
  decipherer: Decipherer
  /** The plaintext that is right for a whole ciphertext. */
  decrypt(ciphertext: string): string
  /** The most bytes that a snapshot may take. */
  snapshotBytes: number
}
