import {
  createDecodingChain,
  createEncoding,
  decodeText,
  EncodingError,
  encodingLooks,
  mayBe,
  parseEncodings,
} from '@runnel/core/encodings'
import { FEWEST_BYTES } from './constants.ts'

/** Encodings that bytes under a key come in, the narrowest first. */
const OF_BYTES = ['binary', 'hex', 'decimal', 'base32', 'base64', 'base64url'] as const

/** Encodings that a text shows as a whole alone, and their signs: of base58, no 0, O, I and l, of base32hex no letter after V. */
const OF_WHOLES = [
  ['base58', /^[1-9A-HJ-NP-Za-km-z]+$/],
  ['base32hex', /^[\dA-V]+=*$/],
] as const

const QUOTES = /^[bru]?["'`[({](.*)["'`\])}]\s*$/is

/** The encodings of bytes that are written down in a text, going by its signs; nothing where it is none of these. */
export const encodingOfBytes = (text: string): string | undefined => {
  const inner = QUOTES.exec(text)?.[1]
  if (inner !== undefined) {
    const found = encodingOfBytes(inner)
    return found === undefined ? undefined : `quoted > ${found}`
  }
  const given = text.trim()
  return OF_BYTES.find((name) => {
    const look = encodingLooks().find((one) => one.name === name)
    if (!look || !mayBe(look, given)) return false
    const decoded = decodedBy(name, given)
    return decoded.length >= FEWEST_BYTES && look.fits({ text: given, decoded, isWhole: true })
  })
}

/** The encodings that one long word may be in, digits among its letters. */
export const encodingsOfWhole = (text: string): string[] => {
  const given = text.trim()
  if (given.length < FEWEST_BYTES || !/\d/.test(given)) return []
  return OF_WHOLES.filter(([, signs]) => signs.test(given)).map(([name]) => name)
}

/** The bytes that are written down in an encoding, or several, one unit each. */
export const bytesOf = (text: string, encoding: string): string => {
  const stream = createDecodingChain(parseEncodings(encoding), undefined, { asBytes: true })
  return stream.push(text.trim()) + stream.flush()
}

/** Whether most of a text is letters: a cipher that moves or pairs letters can be told from nothing else. */
export const isOfLetters = (text: string): boolean => {
  const letters = text.match(/[a-z]/gi)?.length ?? 0
  return 2 * letters >= text.replace(/\s/g, '').length
}

const decodedBy = (name: string, text: string): string => {
  try {
    return decodeText(createEncoding(name), text)
  } catch (error) {
    if (EncodingError.isInstance(error)) return ''
    throw error
  }
}
