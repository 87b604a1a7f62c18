import { fromUnits } from '../from-units.ts'
import type { Direction } from './cipher-stream.ts'

/** The place in the plaintext that each letter of a ciphertext of `length` letters comes from. */
export type PlacesOf = (length: number) => Uint32Array

/** Which UTF-16 units of a text move, and where to. */
export interface Order {
  readonly placesOf: PlacesOf
  moves(unit: number): boolean
}

/** Moves the units of a whole text that move; all others stay where they stand. */
export const transpose = (text: string, direction: Direction, { placesOf, moves }: Order): string => {
  const units = new Uint16Array(text.length)
  const moving = new Uint32Array(text.length)
  let count = 0
  for (let i = 0; i < text.length; i++) {
    units[i] = text.charCodeAt(i)
    if (moves(units[i])) moving[count++] = i
  }
  const places = placesOf(count)
  const moved = units.slice()
  for (let i = 0; i < count; i++) {
    const [cipher, plain] = [moving[i], moving[places[i]]]
    if (direction === 'encrypt') moved[cipher] = units[plain]
    else moved[plain] = units[cipher]
  }
  return fromUnits(moved)
}
