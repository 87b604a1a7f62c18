import { type Alphabet, InvalidOptionError } from '@runnel/core'
import { asGiven } from './as-given.ts'

/** Plaintext letters that are known, by where they stand: in UTF-16 units from the start of the stream, letters from 0. */
export type KnownPositions = ReadonlyMap<number, number>

/** Reads such letters, as a person or a program gives them. @throws InvalidOptionError */
export const readPositions = (
  known: Readonly<Record<string, string>> | string,
  { indexOf }: Alphabet,
): KnownPositions => {
  const given =
    typeof known === 'string'
      ? known.split(/[\s,]+/).flatMap((pair) => (pair === '' ? [] : [pair.split('=')]))
      : Object.entries(known)
  const pairs = given.map(([at, letter = '']) => [
    /^\d{1,9}$/.test(at) ? Number(at) : -1,
    letter.length === 1 ? indexOf(letter.charCodeAt(0)) : -1,
  ])
  const positions = new Map(pairs.map(([at, letter]) => [at, letter]))
  const isSound = given.every(({ length }) => length === 2) && !pairs.flat().includes(-1)
  if (isSound && positions.size === pairs.length) return positions
  throw new InvalidOptionError('known', asGiven(known), 'a letter for each position, such as 0=d,7=e')
}
