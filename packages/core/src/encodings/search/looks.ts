import { EncodingError } from '../encoding-error.ts'
import { createNato } from '../nato.ts'
import { decodeText } from '../whole-text.ts'
import { aroundLooks } from './around-looks.ts'
import {
  ENOUGH_BYTES,
  ENOUGH_MIXED,
  ENOUGH_NUMBERS,
  ESCAPED,
  MANY_ESCAPES,
  MUCH_ESCAPED,
  PRIORS,
} from './constants.ts'
import type { Decoded, EncodingLook } from './encoding-look.ts'
import { different, lettersIn } from './likeness.ts'
import { mailLooks } from './mail-looks.ts'
import { numberLooks } from './number-looks.ts'
import { signLooks } from './sign-looks.ts'

/** Capitals, small letters, and digits, signs or several capitals among small letters: no word, nor a name of two. */
const isMixed = (text: string): boolean =>
  /[a-z]/.test(text) &&
  /[A-Z]/.test(text) &&
  (/[\d+/=]/.test(text) || (text.match(/[a-z][A-Z]/g)?.length ?? 0) >= 2)

/** Whether no byte is parted by what stands between: keys of a telephone are pressed thrice. The last one may yet go on. */
const isOfWholeBytes = (text: string): boolean => {
  const groups = text.split(/[\s,:;\\hx-]+/i).slice(0, -1)
  return groups.every((group) => group === '0' || group.length % 2 === 0)
}

const isPaddedAtEnd = (text: string): boolean => /^[^=]*[=\s]*$/.test(text)

/** Enough digits, each of five marks: seldom by chance. */
const isOfDigits = (decoded: string): boolean =>
  /^[\dA-F\s]*$/.test(decoded) && decoded.length >= ENOUGH_NUMBERS

/** Escapes that cover much of a text that begins with one. */
const escaped = (name: string, begins: RegExp, one: RegExp): EncodingLook => ({
  name,
  // Between escapes anything may stand.
  stranger: /(?!)/,
  prior: PRIORS.usual,
  mayGoOn: (text) => begins.test(text),
  fits({ text }) {
    const escapes = text.match(one) ?? []
    const share = escapes.length >= MANY_ESCAPES ? MUCH_ESCAPED : ESCAPED
    return escapes.length >= 3 && escapes.join('').length >= share * text.length
  },
})

/** Escapes of mail: many of them, or the bytes of a letter beyond ASCII, which prose has here and there. */
const quotedPrintable = (): EncodingLook => {
  const look = escaped('quoted-printable', /^(?:=|$)/, /=[\da-f]{2}/gi)
  return {
    ...look,
    mayGoOn: (text) => /^(?:$|=(?:[\da-f]?$|[\da-f]{2}|\r?$|\r?\n))/i.test(text),
    fits: (given) => /^=[C-F][\dA-F](?:=[89AB][\dA-F])+/.test(given.text) || look.fits(given),
  }
}

/** The looks of each encoding that is looked for. */
export const encodingLooks = (): readonly EncodingLook[] => [
  {
    name: 'hex',
    stranger: /[^\da-fhx\s:,;\\-]/i,
    prior: PRIORS.usual,
    fits: ({ text, decoded }) =>
      decoded.length >= (/[a-f]/i.test(text) ? 4 : ENOUGH_NUMBERS) &&
      /\d/.test(text) &&
      (decoded.length >= ENOUGH_MIXED || !(/[a-f]/.test(text) && /[A-F]/.test(text))) &&
      !/^[:,;-]/.test(text) &&
      isOfWholeBytes(text),
  },
  {
    name: 'hexdump',
    stranger: /(?!)/,
    prior: PRIORS.usual,
    mayGoOn: (text) => /^0{0,8}$|^0{4,8}[: ]/.test(text),
    fits: ({ decoded }) => decoded.length >= 4,
  },
  {
    name: 'base64',
    stranger: /[^a-z\d+/=%\r\n]/i,
    prior: PRIORS.usual,
    fits: ({ text, isWhole }) =>
      isMixed(text) &&
      isPaddedAtEnd(text) &&
      !(isWhole && text.replace(/\s/g, '').replace(/%[\da-f]{2}/gi, '=').length % 4 !== 0),
  },
  {
    name: 'base64url',
    stranger: /[^\w=\r\n-]/,
    prior: PRIORS.short,
    fits: ({ text, decoded, isWhole }) =>
      isMixed(text) &&
      isPaddedAtEnd(text) &&
      (/[-_]/.test(text) || (isWhole && text.length % 4 !== 0 && decoded.length >= ENOUGH_BYTES)),
  },
  {
    name: 'base32',
    stranger: /[^a-z2-7=%\r\n]/i,
    prior: PRIORS.usual,
    fits: ({ text, decoded }) =>
      decoded.length >= 4 &&
      /[2-7=]/.test(text) &&
      isPaddedAtEnd(text) &&
      !(/[a-z]/.test(text) && /[A-Z]/.test(text)),
  },
  {
    name: 'base58',
    stranger: /[^1-9A-HJ-NP-Za-km-z]/,
    prior: PRIORS.short,
    fits: ({ text, decoded, isWhole }) => isWhole && decoded.length >= 5 && isMixed(text),
  },
  {
    name: 'ascii85',
    stranger: /[^!-uz~\r\n]/,
    prior: PRIORS.short,
    fits: ({ text, decoded }) => decoded.length >= 10 && /[^\w\s]/.test(text),
  },
  ...['base85', 'z85'].map((name) => ({
    name,
    stranger: name === 'z85' ? /[^\w.:+=^!/*?&<>()[\]{}@%$#\r\n-]|_/ : /[^\w!#$%&()*+;<=>?@^`{|}~\r\n-]/,
    prior: PRIORS.short,
    fits: ({ text, decoded }: Decoded) => decoded.length >= 10 && /[^\w\s]/.test(text),
  })),
  {
    name: 'binary',
    stranger: /[^01b\s,;:/-]/,
    prior: PRIORS.usual,
    fits: ({ text, decoded }) => decoded.length >= (/^[01]{8}(?:\s[01]{8})+$/.test(text) ? 2 : 3),
  },
  {
    name: 'decimal',
    stranger: /[^\d\s,;.|:/-]/,
    prior: PRIORS.numbers,
    fits: ({ decoded }) => decoded.length >= 5,
  },
  {
    name: 'octal',
    stranger: /[^0-7\s,\\]/,
    prior: PRIORS.numbers,
    fits: ({ decoded }) => decoded.length >= 5,
  },
  {
    name: 'percent',
    // Of an address that has its escapes nothing is taken off, nor of prose that quotes one.
    stranger: /[\s/?&:=]/,
    prior: PRIORS.usual,
    fits: ({ text }) => (text.match(/%[\da-f]{2}/gi)?.length ?? 0) >= 2,
  },
  escaped('html-entities', /^(?:&|$)/, /&(?:#(?:x[\da-f]+|\d+);?|\w{2,8};)/gi),
  quotedPrintable(),
  ...mailLooks(),
  escaped('unicode-escapes', /^(?:\\(?!x)|%(?:u|$)|$)/, /[\\%]u[\da-f]{4}|\\u\{[\da-f]+\}/gi),
  {
    name: 'code-points',
    stranger: /[^\da-fu+\s,;]/i,
    prior: PRIORS.usual,
    mayGoOn: (text) => /^(?:u(?:\+|$)|$)/i.test(text),
    fits: ({ decoded }) => decoded.length >= 3,
  },
  {
    name: 'zero-width',
    stranger: /(?!)/,
    prior: PRIORS.usual,
    // Behind one visible sign at the most.
    mayGoOn: (text) => text.length < 2 || /^.?[\u200b\u200c]/s.test(text),
    fits: ({ decoded }) => decoded.length >= 3,
  },
  {
    name: 'morse',
    stranger: /[^.·•∙●⋅*_–—−‒―\s/|,;-]/,
    prior: PRIORS.usual,
    fits: ({ text, decoded }) =>
      (lettersIn(decoded) >= 3 || isOfDigits(decoded)) &&
      different(decoded) >= 2 &&
      different(text.replace(/[/|,;]/g, '')) === 2,
  },
  {
    name: 'morse-words',
    stranger: /[^adhit\s/|,;-]/i,
    prior: PRIORS.usual,
    mayGoOn: (text) => /^(?:dah|dit?|[\s/|,;-])*(?:da?)?$/i.test(text),
    fits: ({ decoded }) => lettersIn(decoded) >= 3 && different(decoded) >= 2 && !decoded.includes('\ufffd'),
  },
  ...numberLooks(),
  {
    name: 'tap',
    stranger: /[^.·•∙●⋅\s,/]/,
    prior: PRIORS.usual,
    fits: ({ decoded }) => lettersIn(decoded) >= 4 && different(decoded) >= 3,
  },
  {
    name: 'braille',
    stranger: /[^\u2800-\u28ff\s]/,
    prior: PRIORS.sure,
    fits: ({ decoded }) => lettersIn(decoded) >= 2,
  },
  {
    name: 'nato',
    stranger: /[^a-z\s,./-]/i,
    prior: PRIORS.usual,
    mayGoOn: (text) => !/[\s,./]/.test(text) || isNato(text.replace(/[a-z-]*$/i, '')),
    fits: ({ decoded }) => lettersIn(decoded) >= 4,
  },
  ...aroundLooks(encodingLooks),
  {
    name: 'uuencode',
    stranger: /(?!)/,
    prior: PRIORS.sure,
    mayGoOn: (text) => 'begin '.startsWith(text) || /^begin [0-7]{0,4}$|^begin [0-7]{3,4} /.test(text),
    fits: ({ decoded }) => decoded !== '',
  },
  ...signLooks(),
]

const isNato = (text: string): boolean => {
  try {
    decodeText(createNato(), text)
    return true
  } catch (error) {
    if (EncodingError.isInstance(error)) return false
    throw error
  }
}
