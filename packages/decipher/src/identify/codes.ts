import type { Code } from './decoded.ts'
import type { Kind } from './kinds.ts'

/** Encodings that the text of a kind is written in, the likeliest first. */
export const CODES: Partial<Record<Kind, readonly Code[]>> = {
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
