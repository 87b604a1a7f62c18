import { EVIDENCE, FEWEST, FITTED } from './constants.ts'
import { codes, type Decoded, decodedBy } from './decoded.ts'
import { type EnglishGains, letterGain, pairGain } from './english-gains.ts'
import { byteGain, xorFit } from './fits/bytes.ts'
import { type Fit, NONE } from './fits/fit.ts'
import { hillFit } from './fits/hill.ts'
import { affineFit, caesarFit, rankedGain } from './fits/one-alphabet.ts'
import { autokeyFit, periodicFit } from './fits/periodic.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type LetterStatistics, letterStatistics } from './letter-statistics.ts'

/** All that is measured of a text, for the classifier and for the reasons that are given. */
export interface Measured {
  readonly layout: Layout
  readonly letters: LetterStatistics
  /** Whether it has no other signs than the letters A, D, F, G, V and X. */
  readonly isAdfgvx: boolean
  /** Letters that keys were fitted to. */
  readonly fitted: number
  /** Gains in bits, as `Fit` has them: of the letters as they stand by pairs, and of the best key of each family. */
  readonly fits: Readonly<Record<'asItStands' | 'caesar' | 'affine' | 'periodic' | 'autokey' | 'hill', Fit>>
  /** Gains of letters by themselves, as they stand, and each for one other by its rank. */
  readonly byLetters: { readonly asItStands: number; readonly ranked: number }
  readonly rot47: { readonly asItStands: number; readonly turned: number; readonly bytes: number }
  readonly decoded: readonly Decoded[]
  /** Of the narrowest encoding that carries bytes: their number, gain as text, and that of the best key. */
  readonly bytes: { readonly number: number; readonly gain: number; readonly xor: Fit; readonly high: number }
}

/** Measures the beginning of a text. */
export const measure = (text: string, english: EnglishGains): Measured => {
  const all = lettersOf(text)
  const letters = all.subarray(0, FITTED)
  const layout = layoutOf(text)
  const decoded = decodedBy(text)
  return {
    layout,
    letters: letterStatistics(all),
    isAdfgvx: /^[adfgvx\s]*$/i.test(text) && all.length > 0,
    fitted: letters.length,
    fits: fitsOf(letters, english),
    byLetters: { asItStands: letterGain(letters, english), ranked: rankedGain(letters, english) },
    rot47: turnedBy47(text, english),
    decoded,
    bytes: bytesOf(decoded, layout, english),
  }
}

const lettersOf = (text: string): Uint8Array => {
  const letters = new Uint8Array(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const place = (text.charCodeAt(i) | 0x20) - 0x61
    if (place >= 0 && place < 26 && text.charCodeAt(i) < 0x7b) letters[length++] = place
  }
  return letters.subarray(0, length)
}

const fitsOf = (letters: Uint8Array, english: EnglishGains): Measured['fits'] => {
  if (letters.length < FEWEST)
    return { asItStands: NONE, caesar: NONE, affine: NONE, periodic: NONE, autokey: NONE, hill: NONE }
  return {
    asItStands: { gain: pairGain(letters, english), period: 0 },
    caesar: caesarFit(letters, english),
    affine: affineFit(letters, english),
    periodic: periodicFit(letters, english),
    autokey: autokeyFit(letters, english),
    hill: hillFit(letters, english),
  }
}

/** Gains of the text as it stands, and after ROT47. */
const turnedBy47 = (text: string, english: EnglishGains): Measured['rot47'] => {
  const bytes = new Uint8Array(Math.min(FITTED, text.length))
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.min(0xff, text.charCodeAt(i))
  const turned = bytes.map((byte) => (byte > 0x20 && byte < 0x7f ? 0x21 + ((byte - 0x21 + 47) % 94) : byte))
  return {
    asItStands: byteGain(bytes, english),
    turned: byteGain(turned, english),
    bytes: bytes.length,
  }
}

const BYTES: readonly string[] = ['binary', 'hex', 'base32', 'base64', 'base64url', 'ascii85', 'z85']

const bytesOf = (decoded: readonly Decoded[], layout: Layout, english: EnglishGains): Measured['bytes'] => {
  const bytes = decoded.find(({ code }) => BYTES.includes(code))?.bytes
  // Letters of one case alone are words, or letters of a cipher: no bytes.
  const { lower, upper, digits, signs } = layout
  const isCoded = digits + signs > 0 || (lower > 0 && upper > 1)
  if (!bytes || !isCoded) return { number: 0, gain: 0, xor: NONE, high: 0 }
  return {
    number: bytes.length,
    gain: byteGain(bytes, english),
    xor: xorFit(bytes, english),
    high: bytes.filter((byte) => byte > 0x7f).length,
  }
}

/** Number of features of a text. */
export const FEATURES = 63

/** The features of a text: numbers of about 1 or less, in the order that the classifier was trained with. */
export const featuresOf = (measured: Measured): Float64Array =>
  Float64Array.from([
    ...layoutFeatures(measured.layout),
    ...letterFeatures(measured.letters),
    measured.isAdfgvx ? 1 : 0,
    ...fitFeatures(measured),
    ...byteFeatures(measured),
  ])

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const capped = (value: number, most: number): number => Math.max(-most, Math.min(most, value)) / most

const layoutFeatures = ({
  units,
  lower,
  upper,
  digits,
  spaces,
  signs,
  others,
  group,
  different,
}: Layout): number[] => [
  share(lower, units),
  share(upper, units),
  share(digits, units),
  share(spaces, units),
  share(signs, units),
  share(others, units),
  group > 0 ? 1 : 0,
  capped(different, 64),
  different === 2 ? 1 : 0,
  different <= 6 ? 1 : 0,
  1 / Math.sqrt(units + 1),
]

const letterFeatures = (statistics: LetterStatistics): number[] => {
  const { letters, different, coincidence, doubled, doubledPairs, hasJ, repeats, pairs } = statistics
  return [
    1 / Math.sqrt(letters + 1),
    capped(letters, 256),
    different / 26,
    capped(26 * coincidence - 1, 2),
    deviation(doubled, letters / 26),
    deviation(doubledPairs, pairs / 26),
    doubledPairs === 0 ? 1 : 0,
    hasJ ? 1 : 0,
    letters % 2 === 0 ? 1 : 0,
    deviation(repeats.running, (letters * (letters - 1)) / 1352),
    deviation(repeats.paired, (pairs * (pairs - 1)) / 1352),
    deviation(repeats.turned, (pairs * (pairs - 1)) / 1352),
  ]
}

/** Distance from what is expected of random letters, in standard deviations and a bit less. */
const deviation = (counted: number, expected: number): number =>
  capped((counted - expected) / Math.sqrt(expected + 1), 8)

const fitFeatures = ({ fits, fitted, byLetters, rot47 }: Measured): number[] => {
  const gains = [
    ...Object.values(fits).map(({ gain }) => gain),
    byLetters.asItStands,
    byLetters.ranked,
    fits.periodic.gain - fits.autokey.gain,
  ]
  return [
    ...gains.flatMap((gain) => [capped(share(gain, fitted), 2), evidence(gain)]),
    capped(fits.periodic.period, 16),
    capped(fits.autokey.period, 16),
    capped(share(rot47.asItStands, rot47.bytes), 8),
    capped(share(rot47.turned, rot47.bytes), 8),
  ]
}

/** Bits of evidence, as far as more of them tell more. */
const evidence = (bits: number): number => capped(bits / EVIDENCE.bits, EVIDENCE.most)

const byteFeatures = ({ decoded, bytes }: Measured): number[] => [
  ...codes().map((code) => (decoded.some((one) => one.code === code) ? 1 : 0)),
  bytes.number > 0 ? 1 : 0,
  capped(share(bytes.gain, bytes.number), 8),
  capped(share(bytes.xor.gain, bytes.number), 8),
  capped(share(bytes.xor.gain - bytes.gain, bytes.number), 8),
  share(bytes.high, bytes.number),
]
