import { InvalidOptionError } from '../errors.ts'
import { createBacon, createBacon26, createBacon26Turned, createBaconTurned } from './bacon.ts'
import { createBaconCase, createBaconCase26 } from './bacon-case.ts'
import { createBase32, createBase32Hex } from './base32.ts'
import { createBase58 } from './base58.ts'
import { createBase64, createBase64Url } from './base64.ts'
import { createAscii85, createBase85, createZ85 } from './base85.ts'
import { createBinary, createBinary7 } from './binary.ts'
import { createBraille } from './braille.ts'
import { createDecimal, createOctal } from './byte-numbers.ts'
import { createCodePoints } from './code-points.ts'
import { createDataUri } from './data-uri.ts'
import { createEncodedWords } from './encoded-words.ts'
import type { Encoding } from './encoding.ts'
import { createGrouped } from './grouped.ts'
import { createGzip } from './gzip.ts'
import { createHex } from './hex.ts'
import { createHexdump } from './hexdump.ts'
import { createHtmlEntities } from './html-entities.ts'
import { createKeysLeft, createKeysRight } from './keyboards.ts'
import { createLetterNumbers, createLetterNumbersFrom0 } from './letter-numbers.ts'
import { createMarkedLines } from './marked-lines.ts'
import { createMorse } from './morse.ts'
import { createMorse01, createMorse10 } from './morse-signs.ts'
import { createMorseWords } from './morse-words.ts'
import { createMultiTap } from './multi-tap.ts'
import { createNato } from './nato.ts'
import { createPercent } from './percent.ts'
import { createPolybius, createPolybiusFrom0, createPolybiusLetters } from './polybius.ts'
import { createPunycode } from './punycode.ts'
import { createQuoted } from './quoted.ts'
import { createQuotedPrintable } from './quoted-printable.ts'
import { createReversed } from './reversed.ts'
import {
  createAtbashEncoding,
  createRot5,
  createRot13,
  createRot18,
  createRot47Encoding,
  createTurned,
} from './rotations.ts'
import { createTapCode } from './tap-code.ts'
import { createUnicodeEscapes } from './unicode-escapes.ts'
import { createUtf16BigEndian, createUtf16LittleEndian } from './utf16.ts'
import { createUuencode } from './uuencode.ts'
import { createWordsReversed } from './words-reversed.ts'
import { createZeroWidth } from './zero-width.ts'
import { createDeflated, createZlib } from './zlib.ts'

/** Makes each encoding that Runnel brings along, by its name. */
export const encodings: Readonly<Record<string, () => Encoding>> = {
  hex: createHex,
  base64: createBase64,
  base64url: createBase64Url,
  base32: createBase32,
  base32hex: createBase32Hex,
  base58: createBase58,
  ascii85: createAscii85,
  base85: createBase85,
  z85: createZ85,
  uuencode: createUuencode,
  hexdump: createHexdump,
  binary: createBinary,
  binary7: createBinary7,
  octal: createOctal,
  decimal: createDecimal,
  percent: createPercent,
  'html-entities': createHtmlEntities,
  'quoted-printable': createQuotedPrintable,
  'encoded-words': createEncodedWords,
  'data-uri': createDataUri,
  punycode: createPunycode,
  'unicode-escapes': createUnicodeEscapes,
  'code-points': createCodePoints,
  morse: createMorse,
  morse01: createMorse01,
  morse10: createMorse10,
  'morse-words': createMorseWords,
  a1z26: createLetterNumbers,
  a0z25: createLetterNumbersFrom0,
  polybius: createPolybius,
  polybius0: createPolybiusFrom0,
  'polybius-ae': createPolybiusLetters,
  tap: createTapCode,
  bacon: createBacon,
  bacon26: createBacon26,
  'bacon-ba': createBaconTurned,
  'bacon26-ba': createBacon26Turned,
  'bacon-case': createBaconCase,
  'bacon-case26': createBaconCase26,
  'zero-width': createZeroWidth,
  braille: createBraille,
  nato: createNato,
  'multi-tap': createMultiTap,
  quoted: createQuoted,
  grouped: createGrouped,
  'marked-lines': createMarkedLines,
  utf16le: createUtf16LittleEndian,
  utf16be: createUtf16BigEndian,
  reversed: createReversed,
  'words-reversed': createWordsReversed,
  rot5: createRot5,
  rot13: createRot13,
  rot18: createRot18,
  rot47: createRot47Encoding,
  atbash: createAtbashEncoding,
  'keys-right': createKeysRight,
  'keys-left': createKeysLeft,
  gzip: createGzip,
  zlib: createZlib,
  deflate: createDeflated,
}

const TURNED = /^caesar-([1-9]|1\d|2[0-5])$/

/** Whether an encoding has that name: one of `encodings`, or `caesar-1` to `caesar-25`. */
export const isEncoding = (name: string): boolean => Object.hasOwn(encodings, name) || TURNED.test(name)

/**
 * Makes the encoding with that name; also `caesar-1` to `caesar-25`, letters turned by so many places around another.
 *
 * @throws InvalidOptionError when there is none; the message lists the names.
 * @example
 * import { createEncoding, decodeText } from '@runnel/core/encodings'
 * decodeText(createEncoding('base32'), 'MZXW6===') // 'foo'
 */
export const createEncoding = (name: string): Encoding => {
  const [, by] = TURNED.exec(name) ?? []
  if (by !== undefined) return createTurned(Number(by))
  if (!Object.hasOwn(encodings, name)) {
    throw new InvalidOptionError('encoding', name, `one of ${Object.keys(encodings).join(', ')}`)
  }
  return encodings[name]()
}
