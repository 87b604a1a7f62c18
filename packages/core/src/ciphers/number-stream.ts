import { InvalidOptionError } from '../errors.ts'
import type { CipherStream, Direction } from './cipher-stream.ts'

/** A cipher that writes a number for a letter, under a key. */
export interface NumberRules {
  /** Digits of a number at the most. */
  readonly mostDigits: number
  /** Numbers carried from letter to letter, each below 65,536, and all 0 at first. */
  readonly phaseLength: number
  /** The number of a letter, by its UTF-16 unit; undefined of what is none. Moves `phase`. */
  write(unit: number, phase: Int32Array): number | undefined
  /** The letter of a number; undefined where it has none. Moves `phase`. */
  read(number: number, phase: Int32Array): string | undefined
}

/** That which goes before: no number; a number and then spaces alone, or nothing; digits of the text itself. */
const BEFORE = { none: 0, number: 1, digits: 2 } as const

/** Numbers before the phase in what is saved. */
const OWN = 2

/**
 * Starts a stream of numbers. A space is between two of them, and what stands between two letters is between their numbers,
 * with one space more where it is spaces alone. Digits of the text are written after a 0. A number that stands for no
 * letter stays as it is. Goes on from what was saved.
 *
 * @throws InvalidOptionError when the saved numbers are none of such a stream
 */
export const createNumberStream = (
  rules: NumberRules,
  direction: Direction,
  saved?: Int32Array,
): CipherStream => {
  const { phaseLength } = rules
  const most = OWN + phaseLength + (direction === 'decrypt' ? rules.mostDigits + 1 : 0)
  if (saved && !(saved.length >= OWN + phaseLength && saved.length <= most)) {
    throw new InvalidOptionError('phase', saved.length, `${OWN + phaseLength} to ${most} numbers`)
  }
  const phase = saved?.slice(OWN, OWN + phaseLength) ?? new Int32Array(phaseLength)
  return direction === 'encrypt' ? writing(rules, phase, saved) : reading(rules, phase, saved)
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

const writing = (rules: NumberRules, phase: Int32Array, saved?: Int32Array): CipherStream => {
  let before = saved?.[0] ?? BEFORE.none
  const write = (unit: number): string => {
    const sign = String.fromCharCode(unit)
    if (isDigit(unit)) {
      const start = before === BEFORE.digits ? '' : before === BEFORE.number ? ' 0' : '0'
      before = BEFORE.digits
      return start + sign
    }
    const number = rules.write(unit, phase)
    if (number !== undefined) {
      const gap = before === BEFORE.none ? '' : ' '
      before = BEFORE.number
      return `${gap}${number}`
    }
    before = unit === 0x20 && before !== BEFORE.none ? BEFORE.number : BEFORE.none
    return sign
  }
  return {
    push(chunk) {
      let written = ''
      for (let i = 0; i < chunk.length; i++) written += write(chunk.charCodeAt(i))
      return written
    },
    end() {
      before = BEFORE.none
      phase.fill(0)
      return ''
    },
    save: () => Int32Array.from([before, 0, ...phase]),
  }
}

/** The kinds of digits: of a number, or of the text itself. */
const DIGITS = { none: 0, number: 1, text: 2 } as const

const reading = (rules: NumberRules, phase: Int32Array, saved?: Int32Array): CipherStream => {
  let isAfter = saved?.[0] === 1
  let digits: number = saved?.[1] ?? DIGITS.none
  /** The last of the spaces since a number, or the digits of the next one. */
  let waiting = saved ? String.fromCharCode(...saved.subarray(OWN + phase.length)) : ''
  const finish = (): string => {
    const held = waiting
    if (digits === DIGITS.none) return ''
    const letter = digits === DIGITS.number && held !== '0' ? rules.read(Number(held), phase) : undefined
    waiting = ''
    digits = DIGITS.none
    isAfter = true
    return letter ?? held
  }
  const readDigit = (sign: string): string => {
    if (digits === DIGITS.text) return sign
    // A space alone between two numbers is none of the text.
    if (digits === DIGITS.none) waiting = ''
    if (digits === DIGITS.number && (waiting === '0' || waiting.length === rules.mostDigits)) {
      const start = waiting === '0' ? '' : waiting
      digits = DIGITS.text
      waiting = ''
      return start + sign
    }
    digits = DIGITS.number
    waiting += sign
    return ''
  }
  const read = (unit: number): string => {
    const sign = String.fromCharCode(unit)
    if (isDigit(unit)) return readDigit(sign)
    const told = finish() + waiting
    const waits = unit === 0x20 && isAfter
    waiting = waits ? sign : ''
    isAfter = waits
    return waits ? told : told + sign
  }
  return {
    get waiting() {
      return waiting
    },
    push(chunk) {
      let text = ''
      for (let i = 0; i < chunk.length; i++) text += read(chunk.charCodeAt(i))
      return text
    },
    end() {
      const rest = finish() + waiting
      waiting = ''
      isAfter = false
      phase.fill(0)
      return rest
    },
    save: () =>
      Int32Array.from([
        isAfter ? 1 : 0,
        digits,
        ...phase,
        ...Array.from(waiting, (sign) => sign.charCodeAt(0)),
      ]),
  }
}
