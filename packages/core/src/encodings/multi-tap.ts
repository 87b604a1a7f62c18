import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Letters of the keys 2 to 9 of a telephone. */
const KEYS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ']
const BETWEEN = ',.-/|'

/* Places of the decoder's state: the digit of a key that is pressed, and how often; whether a space waits for a letter. */
const DIGIT = 0
const TIMES = 1
const GAP = 2

/** Keys of a telephone, each as often as its letter has its place: `44 33 555 555 666`; 0, or `/`, between words. */
export const createMultiTap = (): Encoding => ({
  name: 'multi-tap',
  carries: 'text',
  encoder: {
    // Whether a letter has come, and whether a gap has come since.
    stateLength: 2,
    step(unit, state, output) {
      const letter = String.fromCharCode(unit).toUpperCase()
      const key = KEYS.findIndex((letters) => letters.includes(letter))
      if (key === -1) {
        state[1] = state[0]
        return isSpace(unit)
      }
      if (state[0] === 1) output.putText(state[1] === 1 ? ' 0 ' : ' ')
      output.putText(String(key + 2).repeat(KEYS[key].indexOf(letter) + 1))
      state[0] = 1
      state[1] = 0
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      const digit = unit - 0x30
      if (state[TIMES] > 0 && digit === state[DIGIT]) return ++state[TIMES] <= 4
      if (!endLetter(state, output)) return false
      if (digit >= 2 && digit <= 9) {
        state[DIGIT] = digit
        state[TIMES] = 1
        return true
      }
      if (digit === 0 || unit === 0x2f || unit === 0x7c || unit === 0x0a) state[GAP] = 1
      return digit === 0 || isSpace(unit) || BETWEEN.includes(String.fromCharCode(unit))
    },
    end: endLetter,
  },
})

/** Ends a letter. @returns whether the key has such a one */
const endLetter = (state: Int32Array, output: Output): boolean => {
  const times = state[TIMES]
  if (times === 0) return true
  const letters = KEYS[state[DIGIT] - 2]
  state[TIMES] = 0
  if (times > letters.length) return false
  if (state[GAP] === 1) output.put(0x20)
  state[GAP] = 0
  output.put(letters.charCodeAt(times - 1))
  return true
}
