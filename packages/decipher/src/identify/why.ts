import { COINCIDENCE } from './constants.ts'
import type { Measured } from './features.ts'
import type { Fit } from './fits/fit.ts'
import type { Kind, ToldKind } from './kinds.ts'

/** Reasons for a kind, in words: what was measured, beside what is to be expected. */
export const whyOf = (kind: ToldKind, measured: Measured): readonly string[] =>
  ((kind === 'encoded' ? undefined : reasons[kind])?.(measured) ?? []).filter((reason) => reason !== '')

const reasons: Partial<Record<Kind, (measured: Measured) => string[]>> = {
  plain: ({ fits, fitted }) => [
    `its letters follow one another as in English: ${gained(fits.asItStands, fitted)}`,
  ],
  caesar: ({ fits, fitted }) => [`one shift makes English of it: ${gained(fits.caesar, fitted)}`],
  affine: ({ fits, fitted }) => [`one affine key makes English of it: ${gained(fits.affine, fitted)}`],
  rot47: ({ rot47 }) => [
    `ROT47 makes text of it: ${(rot47.turned / Math.max(1, rot47.bytes)).toFixed(1)} bits a character over chance, ${(rot47.asItStands / Math.max(1, rot47.bytes)).toFixed(1)} as it stands`,
  ],
  substitution: (measured) => [
    coincidence(measured),
    `letters as unequal as in a language, though not the same ones: ${(measured.byLetters.ranked / Math.max(1, measured.fitted)).toFixed(2)} bits a letter by their ranks, ${(measured.byLetters.asItStands / Math.max(1, measured.fitted)).toFixed(2)} as they stand`,
  ],
  periodic: (measured) => [
    `a key of ${measured.fits.periodic.period} letters makes English of it: ${gained(measured.fits.periodic, measured.fitted)}`,
    coincidence(measured),
  ],
  autokey: (measured) => [
    `read with its own text as the key, ${measured.fits.autokey.period} letters on, it is English: ${gained(measured.fits.autokey, measured.fitted)}`,
    coincidence(measured),
  ],
  transposition: ({ byLetters, fits, fitted }) => [
    `its letters are those of English, ${(byLetters.asItStands / Math.max(1, fitted)).toFixed(2)} bits a letter over chance, but not in this order: pairs make it ${(fits.asItStands.gain / Math.max(1, fitted)).toFixed(2)}`,
  ],
  playfair: (measured) => [doubles(measured), even(measured), withoutJ(measured), coincidence(measured)],
  hill: (measured) => [
    `a matrix of two by two makes English of its pairs: ${gained(measured.fits.hill, measured.fitted)}`,
    even(measured),
  ],
  bifid: (measured) => [withoutJ(measured), coincidence(measured)],
  adfgvx: ({ layout }) => [`no other letters than ${layout.different} of A, D, F, G, V and X`],
  xor: ({ bytes }) => [
    bytes.xor.period === 1
      ? `one byte as the key makes text of its ${bytes.number} bytes`
      : `a key of ${bytes.xor.period} bytes makes text of its ${bytes.number} bytes`,
    `as they stand they are none: ${bytes.high} of them are beyond ASCII`,
  ],
  base64: (measured) => [alphabet(measured), decodedTo(measured)],
  base32: (measured) => [alphabet(measured), decodedTo(measured)],
  base85: (measured) => [alphabet(measured), decodedTo(measured)],
  hex: (measured) => [alphabet(measured), decodedTo(measured)],
  binary: (measured) => [alphabet(measured), decodedTo(measured)],
  morse: (measured) => [alphabet(measured)],
  a1z26: () => ['no numbers but 1 to 26'],
  polybius: (measured) => [alphabet(measured), 'every digit is 1 to 5, two a letter'],
  bacon: (measured) => [alphabet(measured)],
  random: (measured) => [coincidence(measured), 'no key that was tried makes English of it'],
}

const gained = ({ gain }: Fit, letters: number): string =>
  `${(gain / Math.max(1, letters)).toFixed(2)} bits a letter over chance`

const coincidence = ({ letters }: Measured): string =>
  letters.letters < 2
    ? ''
    : `index of coincidence ${letters.coincidence.toFixed(3)} (English ${COINCIDENCE.english}, random ${COINCIDENCE.random})`

const doubles = ({ letters: { doubledPairs, pairs } }: Measured): string =>
  doubledPairs === 0
    ? `none of its ${pairs} pairs is a letter twice`
    : `${doubledPairs} of its ${pairs} pairs are a letter twice`

const even = ({ letters: { letters } }: Measured): string =>
  letters % 2 === 0 ? `an even number of letters, ${letters}` : ''

const withoutJ = ({ letters: { letters, hasJ, different } }: Measured): string =>
  hasJ ? '' : `no J among its ${letters} letters, ${different} different ones`

const alphabet = ({ layout }: Measured): string => `${layout.different} different signs`

const decodedTo = ({ bytes }: Measured): string =>
  bytes.number === 0
    ? ''
    : `decoded it is ${bytes.gain > 2 * bytes.number ? 'text' : 'no English text'}, ${bytes.number} bytes`
