import { InvalidOptionError } from '@runnel/core'
import { type KnownLetters, knownLettersOf } from '../belief/substitution/known-letters.ts'
import type { TextLetters } from '../belief/substitution/text-letters.ts'
import { asGiven } from './as-given.ts'

/** Reads letters that are known, as a person or a program gives them. @throws InvalidOptionError */
export const readKnown = (
  known: Readonly<Record<string, string>> | string,
  { symbols, read }: TextLetters,
): KnownLetters => {
  const unitOf = (text = ''): number => (text.length === 1 ? text.charCodeAt(0) : 0)
  const given = typeof known === 'string' ? pairsIn(known) : Object.entries(known)
  const pairs = given.map(
    ([cipher, plain]) => [symbols.indexOf(unitOf(cipher)), read.indexOf(unitOf(plain))] as const,
  )
  const isSound = given.every(({ length }) => length === 2) && !pairs.flat().includes(-1)
  const letters = isSound ? knownLettersOf(pairs) : undefined
  if (letters) return letters
  throw new InvalidOptionError('known', asGiven(known), 'letters such as X=e,Q=u, none of them for two')
}

const pairsIn = (known: string): string[][] =>
  known
    .split(/[\s,]+/)
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(/[=:]/))
