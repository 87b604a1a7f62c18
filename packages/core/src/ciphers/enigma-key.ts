import { LATIN } from '../alphabet.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Random } from '../random.ts'
import { reflectors, rotors } from './enigma-wheels.ts'

/** Key of an Enigma of three rotors. */
export interface EnigmaKey {
  /** `A`, `B` or `C`. */
  reflector: string
  /** Three rotors of `I` to `VIII`, the left one first, none twice, such as `II-IV-V`. */
  rotors: string
  /** Ring setting of each rotor, `A` for 1 to `Z` for 26. */
  rings: string
  /** The letters in the windows before the first key press. */
  start: string
  /** Pairs of letters that plugs exchange, such as `AB CD`; none twice, and perhaps none at all. */
  plugs: string
}

/** Describes keys as people write them. */
export const enigmaKeyHint =
  'reflector, rotors, rings, start and plugs such as B I-II-III AAA MCK AB CD; rings AAA where there is one word'

const threeLetters = /^[A-Z]{3}$/

/** Checks a key, which may come from a user. @throws InvalidOptionError naming the first thing that is wrong */
export const checkEnigmaKey = (key: EnigmaKey): EnigmaKey => {
  const demand = (part: keyof EnigmaKey, holds: boolean, expected: string): void => {
    if (!holds) throw new InvalidOptionError(part, key[part], expected)
  }
  const { reflector, rotors: order, rings, start, plugs } = key
  demand('reflector', Object.hasOwn(reflectors, reflector), `one of ${Object.keys(reflectors).join(', ')}`)
  const names = String(order).split('-')
  const isOrder = names.length === 3 && new Set(names).size === 3
  const known = Object.keys(rotors).join(', ')
  demand('rotors', isOrder && names.every((name) => Object.hasOwn(rotors, name)), `three of ${known}`)
  demand('rings', threeLetters.test(rings), 'three letters')
  demand('start', threeLetters.test(start), 'three letters')
  const isPaired = /^([A-Z]{2}( (?!$)|$))*$/.test(plugs)
  const letters = String(plugs).replaceAll(' ', '')
  demand('plugs', isPaired && new Set(letters).size === letters.length, 'pairs of letters, none twice')
  return key
}

/** Reads a key as a person writes it. @throws InvalidOptionError */
export const parseEnigmaKey = (text: string): EnigmaKey => {
  const form =
    /^\s*(\w)[\s,/]+([IV]+)[\s-]+([IV]+)[\s-]+([IV]+)[\s,/]+([A-Z]{3})(?:[\s,/]+([A-Z]{3}))?((?:[\s,/]+[A-Z]{2})*)\s*$/
  const parts = form.exec(text.toUpperCase())
  if (!parts) throw new InvalidOptionError('key', text, enigmaKeyHint)
  const [, reflector, left, middle, right, first, second, pairs] = parts
  return checkEnigmaKey({
    reflector,
    rotors: `${left}-${middle}-${right}`,
    rings: second === undefined ? 'AAA' : first,
    start: second ?? first,
    plugs: (pairs.match(/[A-Z]{2}/g) ?? []).join(' '),
  })
}

/** Writes a key so that `parseEnigmaKey` reads it back. @throws InvalidOptionError on a key of no use */
export const formatEnigmaKey = (key: EnigmaKey): string => {
  const { reflector, rotors: order, rings, start, plugs } = checkEnigmaKey(key)
  return [reflector, order, rings, start, plugs].join(' ').trim()
}

/** A random key as the army set it: three of five rotors, ten plugs. */
export const generateEnigmaKey = (random: Random): EnigmaKey => {
  const drawn = (from: readonly string[], count: number): string[] => {
    const left = [...from]
    return Array.from({ length: count }, () => left.splice(random.integer(left.length), 1)[0])
  }
  const letters = Array.from(LATIN.toUpperCase())
  const any = (): string =>
    letters[random.integer(26)] + letters[random.integer(26)] + letters[random.integer(26)]
  const plugged = drawn(letters, 20)
  return {
    reflector: 'B',
    rotors: drawn(Object.keys(rotors).slice(0, 5), 3).join('-'),
    rings: any(),
    start: any(),
    plugs: Array.from({ length: 10 }, (_, i) => plugged[2 * i] + plugged[2 * i + 1]).join(' '),
  }
}
