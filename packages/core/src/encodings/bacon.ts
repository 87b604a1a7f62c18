import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/* Places of the decoder's state: the two signs, in the order in which they came; how often the first alone has come. */
const ONE = 0
const OTHER = 1
const ALIKE = 2
/** Bits of the letter that is open, and their number. */
const BITS = 3
const COUNT = 4

/** His letters: I is J, and U is V. */
export const BACON_LETTERS = 'ABCDEFGHIKLMNOPQRSTUWXYZ'

/** All letters, each of its own. */
export const ALL_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The place of a capital among some letters, or -1. */
const placeInBacon = (letters: string, letter: string): number =>
  letters.indexOf(letters.includes(letter) ? letter : ({ J: 'I', V: 'U' }[letter] ?? letter))

/** Bacon's cipher with his 24 letters, where I is J and U is V: five signs of two kinds a letter. */
export const createBacon = (): Encoding =>
  createTwoSigns({ name: 'bacon', letters: BACON_LETTERS, higher: 1 })

/** The same with all 26 letters. */
export const createBacon26 = (): Encoding =>
  createTwoSigns({ name: 'bacon26', letters: ALL_LETTERS, higher: 1 })

/** Bacon's 24 letters with the signs the other way round: the one with the higher code is A. */
export const createBaconTurned = (): Encoding =>
  createTwoSigns({ name: 'bacon-ba', letters: BACON_LETTERS, higher: 0 })

/** The same with all 26 letters. */
export const createBacon26Turned = (): Encoding =>
  createTwoSigns({ name: 'bacon26-ba', letters: ALL_LETTERS, higher: 0 })

/** Writes each letter as five of two signs, with a space between letters. */
export const inTwoSigns = (
  letters: string,
  signs: readonly [string, string],
): NonNullable<Encoding['encoder']> => ({
  stateLength: 1,
  step(unit, state, output) {
    const place = placeInBacon(letters, String.fromCharCode(unit).toUpperCase())
    if (place === -1) return isSpace(unit)
    if (state[0] === 1) output.put(0x20)
    state[0] = 1
    for (let i = 4; i >= 0; i--) output.putText(signs[(place >> i) & 1])
    return true
  },
  end: () => true,
})

interface TwoSigns extends Pick<Encoding, 'name'> {
  readonly letters: string
  /** The bit that the sign with the higher code stands for. */
  readonly higher: 0 | 1
}

/**
 * Two signs of any kind, whichever come first. Spaces and line ends are passed over. Written with A, B and a space between
 * letters.
 */
const createTwoSigns = ({ letters, higher, ...named }: TwoSigns): Encoding => {
  const take = (bit: number, state: Int32Array, output: Output): boolean => {
    state[BITS] = (state[BITS] << 1) | bit
    if (++state[COUNT] < 5) return true
    const letter = letters[state[BITS]]
    state[BITS] = 0
    state[COUNT] = 0
    if (letter !== undefined) output.putText(letter)
    return letter !== undefined
  }
  /** Takes the signs that came before it was known which they are. */
  const takeAlike = (bit: number, state: Int32Array, output: Output): boolean => {
    for (; state[ALIKE] > 0; state[ALIKE]--) if (!take(bit, state, output)) return false
    return true
  }
  return {
    ...named,
    carries: 'text',
    encoder: inTwoSigns(letters, higher === 1 ? ['A', 'B'] : ['B', 'A']),
    decoder: {
      stateLength: 5,
      step(unit, state, output) {
        if (isSpace(unit) || unit === 0) return unit !== 0
        if (state[ONE] === 0) state[ONE] = unit
        if (unit === state[ONE] && state[OTHER] === 0) {
          state[ALIKE]++
          return true
        }
        if (state[OTHER] === 0) {
          state[OTHER] = unit
          if (!takeAlike(state[ONE] < unit ? 1 - higher : higher, state, output)) return false
        }
        if (unit !== state[ONE] && unit !== state[OTHER]) return false
        return take(unit === Math.max(state[ONE], state[OTHER]) ? higher : 1 - higher, state, output)
      },
      end: (state, output) => takeAlike(1 - higher, state, output) && state[COUNT] === 0,
    },
  }
}
