import { createAlphabet, LATIN } from '../alphabet.ts'
import { type Cipher, defineCipher } from './cipher.ts'
import type { LetterStep } from './cipher-definition.ts'
import {
  checkEnigmaKey,
  type EnigmaKey,
  enigmaKeyHint,
  formatEnigmaKey,
  generateEnigmaKey,
  parseEnigmaKey,
} from './enigma-key.ts'
import { reflectors, rotors, type Wheel } from './enigma-wheels.ts'

const SIZE = 26

/**
 * The Enigma of three rotors: Enigma I with rotors I to V, M3 with VI to VIII as well. Both directions are the same.
 *
 * Letters alone press a key; all else passes, and the wheels stand still. Source: Wikipedia, Enigma machine.
 *
 * @example
 * import { createEnigma } from '@runnel/core/ciphers'
 * const enigma = createEnigma()
 * enigma.encrypt('AAAAA', enigma.parseKey('B I-II-III AAA')) // 'BDZGO'
 */
export const createEnigma = (): Cipher<EnigmaKey> =>
  defineCipher({
    name: 'enigma',
    alphabet: createAlphabet(LATIN),
    keyHint: enigmaKeyHint,
    phaseLength: 3,
    encryptor: pressing,
    decryptor: pressing,
    generateKey: generateEnigmaKey,
    parseKey: parseEnigmaKey,
    formatKey: formatEnigmaKey,
  })

/** The phase is how far each wheel, left to right, has moved from its start. */
const pressing = (key: EnigmaKey): LetterStep => {
  const { reflector, rotors: order, rings, start, plugs } = checkEnigmaKey(key)
  const wheels = order.split('-').map((name) => rotors[name])
  const forward = wheels.map(({ wiring }) => placesIn(wiring))
  const backward = forward.map(inverseOf)
  const turning = placesIn(reflectors[reflector])
  const board = Array.from({ length: SIZE }, (_, letter) => letter)
  const plugged = placesIn(plugs.replaceAll(' ', ''))
  for (let i = 0; i < plugged.length; i += 2) {
    const [a, b] = [plugged[i], plugged[i + 1]]
    board[a] = b
    board[b] = a
  }
  const [windows, settings] = [placesIn(start), placesIn(rings)]
  return (letter, phase) => {
    turnWheels(wheels, windows, phase)
    const turns = settings.map((ring, wheel) => (windows[wheel] + phase[wheel] + SIZE - ring) % SIZE)
    let at = board[letter]
    for (const wheel of [2, 1, 0]) at = through(forward[wheel], at, turns[wheel])
    at = turning[at]
    for (const wheel of [0, 1, 2]) at = through(backward[wheel], at, turns[wheel])
    return board[at]
  }
}

/** A letter on its way through a wheel that has turned. */
const through = (wiring: readonly number[], letter: number, turn: number): number =>
  (wiring[(letter + turn) % SIZE] + SIZE - turn) % SIZE

/** A key press: the right wheel moves, a wheel at its notch takes the one to its left along, and the middle one itself. */
const turnWheels = (wheels: readonly Wheel[], windows: readonly number[], phase: Int32Array): void => {
  const isAtNotch = (wheel: number): boolean =>
    wheels[wheel].notches.includes(LATIN[(windows[wheel] + phase[wheel]) % SIZE].toUpperCase())
  const [middle, right] = [isAtNotch(1), isAtNotch(2)]
  const move = (wheel: number): void => {
    phase[wheel] = (phase[wheel] + 1) % SIZE
  }
  if (middle) move(0)
  if (middle || right) move(1)
  move(2)
}

const placesIn = (letters: string): number[] =>
  Array.from(letters, (letter) => LATIN.indexOf(letter.toLowerCase()))

const inverseOf = (wiring: readonly number[]): number[] => wiring.map((_, letter) => wiring.indexOf(letter))
