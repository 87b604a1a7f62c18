import { createRandom } from '@runnel/core'
import type { Decipherer } from '@runnel/decipher'
import { answer } from '../answers/answer.ts'
import { drawMessage, type Form } from './forms.ts'

/** Messages in groups that are to be drawn. */
export interface Messages {
  readonly text: string
  readonly count: number
  readonly seed: number
  readonly form: Form
  readonly letters: number
  /** Names of the ciphers to draw from, `plain` for none. */
  readonly ciphers: readonly string[]
}

/** Share of messages that come out right in every letter. */
export const shareRight = (
  decipherer: Decipherer,
  { text, count, seed, ...message }: Messages,
  tell: (messages: number) => void = () => {},
): number => {
  const random = createRandom(seed)
  let right = 0
  for (let i = 0; i < count; i++) {
    const { ciphertext, plaintext } = drawMessage(text, random, message)
    if (answer(decipherer, ciphertext).text === plaintext) right++
    tell(1)
  }
  return right / count
}
