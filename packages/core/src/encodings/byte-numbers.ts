import { isSpace } from '../tokenizer.ts'
import type { Encoding } from './encoding.ts'
import type { Output } from './output.ts'

/** Numbers that stand for bytes. */
export interface ByteNumbers extends Pick<Encoding, 'name'> {
  /** Digits below it are the signs. */
  readonly radix: 8 | 10
}

/* Places of the decoder's state: digits that wait, their number (of digits), and whether there are signs between. */
const DIGITS = 0
const COUNT = 1
const FORM = 2
const FORMS = { apart: 1, together: 2 } as const
const BETWEEN = ',;:.|-/\\'

/** Octal numbers of bytes, three digits each; read with anything between them, or nothing, and with a 0 before them. */
export const createOctal = (): Encoding => createByteNumbers({ name: 'octal', radix: 8 })

/**
 * Decimal numbers of bytes. Without signs between, a number ends where another digit would make it larger than a byte, so
 * that letters need none.
 */
export const createDecimal = (): Encoding => createByteNumbers({ name: 'decimal', radix: 10 })

const createByteNumbers = ({ radix, ...named }: ByteNumbers): Encoding => ({
  ...named,
  carries: 'bytes',
  encoder: {
    stateLength: 1,
    step(byte, state, output) {
      if (state[0] === 1) output.put(0x20)
      state[0] = 1
      output.putText(radix === 8 ? byte.toString(8).padStart(3, '0') : byte.toString())
      return true
    },
    end: () => true,
  },
  decoder: {
    stateLength: 3,
    step(unit, state, output) {
      const digit = unit - 0x30
      if (digit >= 0 && digit < radix) {
        if (state[FORM] === FORMS.apart) append(state, digit)
        else takeDigit(state, { digit, radix }, output)
        return state[COUNT] <= mostOf(state, radix)
      }
      if (state[FORM] === 0 && state[COUNT] > 0) state[FORM] = FORMS.apart
      const isBetween = isSpace(unit) || BETWEEN.includes(String.fromCharCode(unit))
      return isBetween && write(state, radix, output)
    },
    end: (state, output) => write(state, radix, output),
  },
})

const numberIn = (state: Int32Array, radix: number): number => {
  let value = 0
  for (let i = state[COUNT] - 1; i >= 0; i--) value = value * radix + ((state[DIGITS] >> (4 * i)) & 15)
  return value
}

/** Puts out the number that has ended. @returns whether it is a byte */
const write = (state: Int32Array, radix: number, output: Output): boolean => {
  const value = numberIn(state, radix)
  if (state[COUNT] > 0 && value <= 255) output.put(value)
  state[DIGITS] = 0
  state[COUNT] = 0
  return value <= 255
}

const append = (state: Int32Array, digit: number): void => {
  state[DIGITS] = (state[DIGITS] << 4) | digit
  state[COUNT]++
}

/** Digits of a number at the most: in programs octal ones have a 0 before them. */
const mostOf = (state: Int32Array, radix: number): number =>
  radix === 8 && state[COUNT] > 2 && state[DIGITS] >> (4 * (state[COUNT] - 1)) === 0 ? 4 : 3

/** A digit of a number. */
interface Digit {
  readonly digit: number
  readonly radix: number
}

/** Takes a digit where it is not known that something stands between numbers. */
const takeDigit = (state: Int32Array, { digit, radix }: Digit, output: Output): void => {
  if (state[FORM] === 0 && state[COUNT] === mostOf(state, radix)) {
    // One digit too many for the first number: nothing stands between them.
    const held = state[DIGITS]
    const count = state[COUNT]
    state[FORM] = FORMS.together
    state[DIGITS] = 0
    state[COUNT] = 0
    for (let i = count - 1; i >= 0; i--) {
      takeTogether(state, { digit: (held >> (4 * i)) & 15, radix }, output)
    }
  }
  if (state[FORM] === FORMS.together) takeTogether(state, { digit, radix }, output)
  else append(state, digit)
}

const takeTogether = (state: Int32Array, { digit, radix }: Digit, output: Output): void => {
  if (state[COUNT] === 3 || numberIn(state, radix) * radix + digit > 255) write(state, radix, output)
  append(state, digit)
}
