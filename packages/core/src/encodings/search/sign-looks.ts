import { createBacon, createBacon26 } from '../bacon.ts'
import { createDecodingStream } from '../decoding-stream.ts'
import type { Encoding } from '../encoding.ts'
import { createMorse01, createMorse10 } from '../morse-signs.ts'
import { BITS, PRIORS } from './constants.ts'
import { commonShare, different } from './likeness.ts'
import type { EncodingLook } from './looks.ts'

/** The looks of letters in two signs: 0 and 1, A and B, X and O. Which way round they are, and how many letters there are, is told by what comes out. */
export const signLooks = (): readonly EncodingLook[] => [
  {
    name: 'binary7',
    stranger: /[^01\r\n]/,
    prior: PRIORS.short,
    fits: ({ decoded }) => decoded.length >= BITS.fewest && /^[\s!-~]*$/.test(decoded),
  },
  inTwoSigns('bacon', createBacon26, PRIORS.usual),
  // Where it is no letter of 24, or less like a language so.
  inTwoSigns('bacon26', createBacon, PRIORS.short),
  morseIn('morse01', createMorse10),
  morseIn('morse10', createMorse01),
]

const TWO_SIGNS = /[^01ABXO\s/|]/i

/** Bacon's five signs a letter. @param other the same with another number of letters */
const inTwoSigns = (name: string, other: () => Encoding, prior: number): EncodingLook => ({
  name,
  stranger: /[^AB01\s]/i,
  prior,
  fits({ text, decoded }) {
    const letters = decoded.length
    if (!isOfTwo(text) || letters < 4 || different(decoded) < 3) return false
    if (/[01]/.test(text) && !isInFives(text, decoded)) return false
    const [own, others] = [commonShare(decoded), commonShare(decodedBy(other, text))]
    return name === 'bacon' ? own >= others - BITS.apart : own > others + BITS.apart
  },
})

/** Five digits a letter: apart, or in English, counted from 0 or 1, where nothing stands between them. */
const isInFives = (text: string, decoded: string): boolean => {
  const groups = text.trim().split(/\s+/)
  if (groups.length > 1)
    return decoded.length >= BITS.fewest && groups.slice(0, -1).every(({ length }) => length === 5)
  return (
    decoded.length >= BITS.together &&
    Math.max(commonShare(decoded), commonShare(back(decoded))) >= BITS.english
  )
}

/** Each letter as the one before it. */
const back = (text: string): string =>
  text.replace(/[B-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 1))

const morseIn = (name: string, other: () => Encoding): EncodingLook => ({
  name,
  stranger: TWO_SIGNS,
  prior: PRIORS.usual,
  fits({ text, decoded }) {
    const letters = decoded.replace(/[^A-Z]/g, '').length
    if (!isOfTwo(text.replace(/[/|]/g, '')) || letters < BITS.fewest || different(decoded) < 3) return false
    if (/[^\s/|]{7}/.test(text) || decoded.includes('\ufffd')) return false
    const share = commonShare(decoded)
    return share >= BITS.morse && share > commonShare(decodedBy(other, text))
  },
})

/** Two different signs, of one case. */
const isOfTwo = (text: string): boolean => {
  const signs = Array.from(new Set(text.replace(/\s/g, '')))
    .sort()
    .join('')
  return /^(?:01|AB|ab|OX|ox)$/.test(signs)
}

/** As much of it as is in another encoding: nothing where it is not. */
const decodedBy = (create: () => Encoding, text: string): string => {
  const stream = createDecodingStream(create())
  const decoded = stream.push(text)
  return stream.fault ? '' : decoded
}
