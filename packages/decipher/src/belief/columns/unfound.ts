import { UNFOUND } from './constants.ts'
import { createCostOf } from './powers.ts'

/** Costs of a text that no key explains, symbol by symbol, in twelfths of a bit. */
export interface Unfound {
  /** Of all text so far. */
  readonly cost: number
  /** Reads a letter by its number in the alphabet, or -1 for another symbol. */
  read(letter: number): void
}

/** Any letter is as likely as another. */
export const anyLetter = (size: number): Unfound => {
  const letterCost = createCostOf(255)(1 / size)
  let cost: number = UNFOUND.prior
  return {
    get cost() {
      return cost
    },
    read(letter) {
      cost += letter === -1 ? UNFOUND.other : letterCost
    },
  }
}

/**
 * Any byte is as likely as another, or bytes are as likely as they have been in this text, whichever costs less: text that
 * is in no cipher has some bytes much oftener than others too.
 */
export const anyByte = (): Unfound => {
  const costOf = createCostOf(255)
  const counts = new Uint16Array(256)
  let read = 0
  let [alike, counted] = [UNFOUND.prior, UNFOUND.prior + UNFOUND.counted.prior]
  return {
    get cost() {
      return Math.min(alike, counted)
    },
    read(byte) {
      alike += UNFOUND.byte
      const { start } = UNFOUND.counted
      counted += costOf((counts[byte] + start) / (read + 256 * start))
      counts[byte]++
      read++
    },
  }
}
