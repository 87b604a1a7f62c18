import { CODES } from './codes.ts'
import type { Code, Decoded } from './decoded.ts'
import type { Kind, ToldKind } from './kinds.ts'

/** Arguments of `runnel` that read a text of a kind, or search for its key. */
const COMMANDS: Partial<Record<Kind, string>> = {
  caesar: 'decipher',
  affine: 'decipher',
  rot47: 'decipher',
  substitution: 'decipher --cipher substitution',
  periodic: 'decipher --cipher vigenere',
  autokey: 'decipher --cipher autokey',
  transposition: 'decipher --cipher transposition',
  playfair: 'decipher --cipher playfair',
  hill: 'decipher --cipher hill',
}

/** Encodings that bytes under a key are written in, the likeliest first. */
const OF_BYTES: readonly Code[] = ['hex', 'base64', 'base64url', 'base32', 'ascii85', 'z85']

/** Arguments of `runnel` that are worth trying on a text of a kind. */
export const nextStep = (kind: ToldKind, decoded: readonly Decoded[]): string | undefined => {
  if (kind === 'encoded') return undefined
  const findCode = (codes: readonly Code[] = []): Code | undefined =>
    codes.find((one) => decoded.some((found) => found.code === one))
  if (kind === 'xor') return `decipher --encoding ${findCode(OF_BYTES) ?? 'none'} --cipher xor`
  const code = findCode(CODES[kind])
  return code === undefined ? COMMANDS[kind] : `decode ${code}`
}

/** Arguments of `runnel` that take encodings off. */
export const decodeStep = (encodings: readonly string[]): string => {
  const words = encodings.join(' > ')
  return `decode ${encodings.length > 1 ? `'${words}'` : words}`
}
