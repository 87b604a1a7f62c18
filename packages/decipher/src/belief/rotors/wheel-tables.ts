import { reflectors, rotors } from '@runnel/core/ciphers'
import type { RotorMachine } from '../../keys/rotor-machine.ts'

/** Letters of a wheel, and ways that it may have turned. */
export const SIZE = 26

/** Entries of a table for one wheel. */
export const AREA: number = SIZE * SIZE

/** The wheels of a machine as tables, each wheel at its number: `[wheels, turns, letters]`. */
export interface WheelTables {
  /** The letter that a wheel leads a letter to, on its way to the reflector. */
  readonly forward: Uint8Array
  /** The same, on its way back. */
  readonly backward: Uint8Array
  /** Through a left wheel, the reflector, and the left wheel again. */
  readonly around: Uint8Array
  /** Whether a letter in the window of a wheel is a notch, `[wheels, letters]`. */
  readonly notches: Uint8Array
  /** Numbers of the three wheels of each order. */
  readonly orders: readonly (readonly number[])[]
}

/** Makes the tables. */
export const createWheelTables = ({ reflector, orders }: RotorMachine): WheelTables => {
  const names = [...new Set(orders.flat())]
  const [forward, backward, around] = [0, 1, 2].map(() => new Uint8Array(names.length * AREA))
  const notches = new Uint8Array(names.length * SIZE)
  const turning = placesIn(reflectors[reflector])
  names.forEach((name, wheel) => {
    const { wiring, notches: letters } = rotors[name]
    const leads = placesIn(wiring)
    for (const letter of placesIn(letters)) notches[wheel * SIZE + letter] = 1
    for (let turn = 0; turn < SIZE; turn++) {
      const from = wheel * AREA + turn * SIZE
      for (let letter = 0; letter < SIZE; letter++) {
        const to = (leads[(letter + turn) % SIZE] + SIZE - turn) % SIZE
        forward[from + letter] = to
        backward[from + to] = letter
      }
      for (let letter = 0; letter < SIZE; letter++) {
        around[from + letter] = backward[from + turning[forward[from + letter]]]
      }
    }
  })
  return {
    forward,
    backward,
    around,
    notches,
    orders: orders.map((order) => order.map((name) => names.indexOf(name))),
  }
}

const placesIn = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0) - 65)
