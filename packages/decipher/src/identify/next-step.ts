import type { Code, Decoded } from './decoded.ts'
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

/** Encodings by which the text of a kind is decoded, the first that it can be in. */
const CODES: Partial<Record<Kind, readonly Code[]>> = {
  base64: ['base64', 'base64url'],
  base32: ['base32'],
  base85: ['ascii85', 'z85'],
  hex: ['hex'],
  binary: ['binary'],
  morse: ['morse'],
  a1z26: ['a1z26'],
  polybius: ['polybius'],
  bacon: ['bacon', 'bacon26'],
}

/** Arguments of `runnel` that are worth trying on a text of a kind. */
export const nextStep = (kind: Kind, decoded: readonly Decoded[]): string | undefined => {
  const code = CODES[kind]?.find((one) => decoded.some((found) => found.code === one))
  return code === undefined ? COMMANDS[kind] : `decode ${code}`
}
