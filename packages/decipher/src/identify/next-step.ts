import { CODES } from './codes.ts'
import type { Decoded } from './decoded.ts'
import type { Kind } from './kinds.ts'

/** Arguments of `runnel` that read a text of a kind, or search for its key. */
const COMMANDS: Partial<Record<Kind, string>> = {
  caesar: 'decipher',
  affine: 'decipher',
  rot47: 'decipher',
  substitution: 'decipher --cipher substitution',
  periodic: 'decipher --cipher vigenere',
  autokey: 'decipher --cipher autokey',
}

/** Arguments of `runnel` that are worth trying on a text of a kind. */
export const nextStep = (kind: Kind, decoded: readonly Decoded[]): string | undefined => {
  const code = CODES[kind]?.find((one) => decoded.some((found) => found.code === one))
  return code === undefined ? COMMANDS[kind] : `decode ${code}`
}
