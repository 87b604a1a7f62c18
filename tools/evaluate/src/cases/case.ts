/** A ciphertext with what is right for it. */
export interface Case {
  id: string
  family: string
  ciphertext: string
  plaintext: string
  /** In a family that was claimed when the cases were collected. */
  claimed: boolean
  language: string
}
