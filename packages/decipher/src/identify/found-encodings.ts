import { findEncodings, MOST_UNDECIDED } from '@runnel/core/encodings'
import { FOUND } from './constants.ts'
import type { Kind, ToldKind } from './kinds.ts'

/** A kind and how probable it is. */
export interface WeighedKind {
  readonly kind: ToldKind
  readonly probability: number
}

/** Kinds of encodings whose forms the classifier does not know by themselves. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  hex: 'hex',
  binary: 'binary',
  binary7: 'binary',
  base64: 'base64',
  base64url: 'base64',
  base32: 'base32',
  ascii85: 'base85',
  base85: 'base85',
  z85: 'base85',
  morse: 'morse',
  morse01: 'morse',
  morse10: 'morse',
  'morse-words': 'morse',
  a1z26: 'a1z26',
  a0z25: 'a1z26',
  polybius: 'polybius',
  polybius0: 'polybius',
  'polybius-ae': 'polybius',
  bacon: 'bacon',
  bacon26: 'bacon',
  'bacon-ba': 'bacon',
  'bacon26-ba': 'bacon',
}

/** Encodings that only stand around others. */
const AROUND: readonly string[] = ['quoted', 'grouped']

/** The encodings that a text is in as far as they can be told from what comes out, outermost first. */
export const foundEncodings = (text: string, isWhole: boolean): readonly string[] => {
  const given = text.trim()
  const isAll = isWhole && given.length <= MOST_UNDECIDED
  return findEncodings(given.slice(0, MOST_UNDECIDED), isAll)
}

/** The kinds with that of the encodings that were found, which is surer than what signs alone tell, in front. */
export const withFound = (kinds: readonly WeighedKind[], found: readonly string[]): WeighedKind[] => {
  if (found.length === 0) return [...kinds]
  const kind = KIND_OF[found.find((name) => !AROUND.includes(name)) ?? ''] ?? 'encoded'
  const own = kinds.find((one) => one.kind === kind)?.probability ?? 0
  const probability = Math.max(own, FOUND)
  const others = kinds.filter((one) => one.kind !== kind)
  const left = (1 - probability) / Math.max(Number.MIN_VALUE, 1 - own)
  return [{ kind, probability }, ...others.map((one) => ({ ...one, probability: one.probability * left }))]
}
