import type { BlockStep } from './block-stream.ts'
import type { Direction } from './cipher-stream.ts'

/** A letter as digits: the base of the digits, and their number. */
export interface Fractions {
  readonly base: number
  readonly digits: number
}

/** Takes the letters of a block apart into digits, all first ones, all second ones and so on, and reads those letter by letter. */
export const fractionating =
  ({ base, digits }: Fractions, direction: Direction): BlockStep =>
  (block) => {
    const { length } = block
    const whole = new Uint8Array(length * digits)
    const encrypts = direction === 'encrypt'
    block.forEach((letter, i) => {
      let rest = letter
      for (let digit = digits - 1; digit >= 0; digit--) {
        whole[encrypts ? digit * length + i : digits * i + digit] = rest % base
        rest = Math.floor(rest / base)
      }
    })
    for (let i = 0; i < length; i++) {
      let letter = 0
      for (let digit = 0; digit < digits; digit++) {
        letter = letter * base + whole[encrypts ? digits * i + digit : digit * length + i]
      }
      block[i] = letter
    }
  }
