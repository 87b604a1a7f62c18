import { createBacon, createBacon26, createBacon26Turned, createBaconTurned } from '../bacon.ts'
import { createBaconCase, createBaconCase26 } from '../bacon-case.ts'
import { createDecodingStream } from '../decoding-stream.ts'
import type { Encoding } from '../encoding.ts'
import { createMorse01, createMorse10 } from '../morse-signs.ts'
import { BITS, FEWEST_IN_CASE, PRIORS } from './constants.ts'
import type { EncodingLook } from './encoding-look.ts'
import { different, letterCost, pairedCost, turned } from './likeness.ts'

/** The looks of letters in two signs: 0 and 1, A and B, X and O. Which way round they are, and how many letters there are, is told by what comes out. */
export const signLooks = (): readonly EncodingLook[] => [
  {
    name: 'binary7',
    stranger: /[^01\r\n]/,
    prior: PRIORS.short,
    fits: ({ text, decoded }) =>
      decoded.length >= BITS.fewest && /^[\s!-~]*$/.test(decoded) && !isEnglishInFives(text),
  },
  // 26 where they are no letters of 24, or less like a language so; the other way round where they are none as usual.
  ...['bacon', 'bacon26', 'bacon-ba', 'bacon26-ba'].map(inTwoSigns),
  inCase('bacon-case', PRIORS.usual),
  inCase('bacon-case26', PRIORS.short),
  morseIn('morse01', createMorse10),
  morseIn('morse10', createMorse01),
]

const TWO_SIGNS = /[^01ABXO\s/|]/i

/** Bacon's five signs a letter, of any two kinds that no other encoding is written in. */
const inTwoSigns = (name: string): EncodingLook => ({
  name,
  stranger: /[2-9._-]/,
  prior: name === 'bacon' ? PRIORS.usual : PRIORS.short,
  mayGoOn: (text) => different(text) <= 2,
  fits({ text, decoded }) {
    if (different(text) !== 2 || decoded.length < 4 || different(decoded) < 3) return false
    if (!/^[ab\s]*$/i.test(text) && !isInFives(text, decoded)) return false
    if (!/[ab01]/i.test(text) && letterCost(decoded) > BITS.english) return false
    const isTurned = name.endsWith('-ba')
    if (isTurned && costBy(createBacon26, text) < Number.POSITIVE_INFINITY) return false
    return isOf26(text, isTurned) === name.startsWith('bacon26')
  },
})

/** The same in the case of letters: English comes out, and is clearly less like it with the other number of letters. */
const inCase = (name: string, prior: number): EncodingLook => ({
  name,
  stranger: /\d/,
  prior,
  mayGoOn: isInMixedCase,
  fits({ text, decoded }) {
    const isEnough = decoded.length >= FEWEST_IN_CASE && 2 * different(decoded) > decoded.length
    if (!isEnough || !isWithinWords(text) || letterCost(decoded) > BITS.english) return false
    const other = costBy(name === 'bacon-case' ? createBaconCase26 : createBaconCase, text)
    return letterCost(decoded) <= other - BITS.apart
  },
})

/** Whether a capital stands right behind a small one among the first letters: of what follows none is asked, so that it stays so. */
const isInMixedCase = (text: string): boolean => {
  const first = BEGUN.exec(text)
  return first === null || /[a-z][A-Z]/.test(first[0])
}

/** The first ten letters. */
const BEGUN = /^(?:[^a-z]*[a-z]){10}/i

/** Whether as many capitals stand within words as at their beginnings, not most at their ends, and there are words. */
const isWithinWords = (text: string): boolean => {
  const count = (form: RegExp): number => text.match(form)?.length ?? 0
  const capitals = count(/[A-Z]/g)
  const [within, ends] = [count(/[a-z][A-Z]|[A-Z](?=[A-Z])/g), count(/[a-z][A-Z](?![A-Za-z])/g)]
  return /\s/.test(text) && 2 * within >= capitals && 4 * ends < 3 * capitals
}

/** Whether letters are 26 rather than Bacon's 24, by their pairs and how common they are: those are usual. */
const isOf26 = (text: string, isTurned: boolean): boolean => {
  const [of24, of26] = isTurned ? [createBaconTurned, createBacon26Turned] : [createBacon, createBacon26]
  const few = costBy(of24, text, pairedCost)
  if (few === Number.POSITIVE_INFINITY) return true
  return costBy(of26, text) <= BITS.english && costBy(of26, text, pairedCost) < few - BITS.fewer
}

/** Five digits a letter: apart, or in English, counted from 0 or 1, where nothing stands between them. */
const isInFives = (text: string, decoded: string): boolean => {
  const groups = text.trim().split(/\s+/)
  if (groups.length > 1)
    return decoded.length >= BITS.fewest && groups.slice(0, -1).every(({ length }) => length === 5)
  return (
    decoded.length >= BITS.together &&
    Math.min(letterCost(decoded), letterCost(turned(decoded, -1))) <= BITS.english
  )
}

/** Whether Bacon's letters, either way round, are English in digits that have nothing between. */
const isEnglishInFives = (text: string): boolean =>
  text.length >= 5 * BITS.together &&
  [createBacon26, createBacon26Turned].some((create) => costBy(create, text) <= BITS.english)

const morseIn = (name: string, other: () => Encoding): EncodingLook => ({
  name,
  stranger: TWO_SIGNS,
  prior: PRIORS.usual,
  fits({ text, decoded }) {
    const letters = decoded.replace(/[^A-Z]/g, '').length
    if (!isOfTwo(text.replace(/[/|]/g, '')) || letters < BITS.fewest || different(decoded) < 3) return false
    if (/[^\s/|]{7}/.test(text) || decoded.includes('\ufffd')) return false
    const cost = letterCost(decoded)
    if (letters < BITS.together && cost > BITS.morse) return false
    return cost < costBy(other, text) && !isCountedInBinary(text)
  },
})

const isCountedInBinary = (text: string): boolean => {
  const numbers = text.split(/\D+/).map((digits) => Number.parseInt(digits, 2))
  return numbers.slice(1).every((number, i) => number === numbers[i] + 1)
}

/** Two different signs, of one case. */
const isOfTwo = (text: string): boolean => {
  const signs = Array.from(new Set(text.replace(/\s/g, '')))
    .sort()
    .join('')
  return /^(?:01|AB|ab|OX|ox)$/.test(signs)
}

/** The cost of as much of it as is in another encoding; where it is not, none is higher. */
const costBy = (create: () => Encoding, text: string, costOf = letterCost): number => {
  const stream = createDecodingStream(create())
  const decoded = stream.push(text)
  if (stream.fault || decoded.includes('\ufffd')) return Number.POSITIVE_INFINITY
  // Five digits may be a place counted from 1.
  return create === createBacon26 ? Math.min(costOf(decoded), costOf(turned(decoded, -1))) : costOf(decoded)
}
