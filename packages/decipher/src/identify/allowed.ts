import { CODES } from './codes.ts'
import type { Measured } from './features.ts'
import { KINDS } from './kinds.ts'
import type { Layout } from './layout.ts'

/** Encodings whose signs a text of a kind has to be in. */
const CODED: typeof CODES = { ...CODES, xor: ['hex', 'base32', 'base64', 'base64url'] }

/** Whether a text can be of a kind at all, going by the signs that it has. One for each of `KINDS`. */
export const allowedKinds = (measured: Measured): readonly boolean[] =>
  KINDS.map((kind) => {
    const codes = CODED[kind]
    if (codes) return measured.decoded.some(({ code }) => codes.includes(code))
    if (kind === 'adfgvx') return measured.isAdfgvx
    if (kind === 'rot47') return printable(measured.layout) > measured.layout.others
    return measured.letters.letters > 0
  })

const printable = ({ lower, upper, digits, signs }: Layout): number => lower + upper + digits + signs
