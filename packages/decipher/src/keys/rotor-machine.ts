import { InvalidOptionError } from '@runnel/core'
import { reflectors, rotors } from '@runnel/core/ciphers'

/** A rotor machine without plugs whose start is not known: orders of its wheels that are tried, and how it is set up. */
export interface RotorMachine {
  /** `A`, `B` or `C`. */
  readonly reflector: string
  /** Three wheels each, the left one first. */
  readonly orders: readonly (readonly string[])[]
  /** Ring setting of each wheel, from 0 for `A`; -1 for a right one that is not known either. */
  readonly rings: readonly number[]
  /** Letter in the window of each wheel, from 0 for `A`; -1 for those that are not known. */
  readonly windows: readonly number[]
}

/** Wheels of the army's machine, of which `any` takes three. */
const FIVE = ['I', 'II', 'III', 'IV', 'V']

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Places of letters in the alphabet, -1 for other characters. */
const placesOf = (letters: string): number[] => Array.from(letters, (letter) => LETTERS.indexOf(letter))

/** Describes machines as people write them. */
export const rotorMachineHint =
  'any, or three different wheels such as I-II-III; a reflector before them (B unless given) and rings after them (AAA, or AA? where the right one is not known, beside three wheels)'

/** All orders of three of five wheels. */
const anyOrder = (): string[][] =>
  FIVE.flatMap((left) =>
    FIVE.flatMap((middle) => FIVE.map((right) => [left, middle, right])).filter(
      (order) => new Set(order).size === 3,
    ),
  )

/**
 * Reads a machine as a person writes it: `any`, `I-II-III`, `C IV-V-I`, `B any AA?`.
 *
 * @param start letters in the windows, `?` for those that are not known
 * @throws InvalidOptionError
 */
export const parseRotorMachine = (text: string, start: string = '???'): RotorMachine => {
  const parts = /^\s*(?:(\w)[\s,/]+)?(ANY|[IV]+[\s-]+[IV]+[\s-]+[IV]+)(?:[\s,/]+([A-Z]{2}[A-Z?]))?\s*$/.exec(
    text.toUpperCase(),
  )
  const [, reflector = 'B', order = '', rings = 'AAA'] = parts ?? []
  const orders = order === 'ANY' ? anyOrder() : [order.split(/[\s-]+/)]
  const isSound =
    parts !== null &&
    (orders.length === 1 || !rings.endsWith('?')) &&
    Object.hasOwn(reflectors, reflector) &&
    orders.every((names) => new Set(names).size === 3 && names.every((name) => Object.hasOwn(rotors, name)))
  if (!isSound) throw new InvalidOptionError('wheels', text, rotorMachineHint)
  if (!/^[A-Z?]{3}$/.test(start.toUpperCase())) {
    throw new InvalidOptionError('start', start, 'three letters, ? for those that are not known')
  }
  return { reflector, orders, rings: placesOf(rings), windows: placesOf(start.toUpperCase()) }
}
