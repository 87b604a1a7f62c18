import { COINCIDENCE, ENOUGH } from './constants.ts'
import type { TextLooks } from './text-looks.ts'

const words: Record<NonNullable<TextLooks['likely']>, string> = {
  morse: 'it looks like Morse code',
  binary: 'it looks like binary digits',
  'letter-numbers': 'it looks like letters as numbers, by their places in the alphabet',
  'byte-numbers': 'it looks like characters as decimal numbers',
  numbers: 'it looks like numbers',
  hex: 'it looks like hexadecimal digits',
  base32: 'it looks like base32',
  base64: 'it looks like base64',
  'two-letters': "it looks like groups of five of two signs, as in Bacon's cipher",
  adfgvx: 'it looks like ADFGVX, whose ciphertext has these letters alone',
  nucleotides: 'it looks like a sequence of DNA or RNA',
  'as-it-stands':
    'its letters are as frequent as in English as they stand: letters that have changed places (a transposition), or plain text',
  'one-alphabet':
    'some letters are much more frequent than others, as in a language: each letter stands for one other (a substitution), or another language',
  'many-alphabets':
    'all letters are about as frequent: a cipher of several alphabets, such as Vigenère, or random letters',
}

/** Tells the looks of a text in one line of English. */
export const looksInWords = (looks: TextLooks): string => {
  const { characters, letters, likely } = looks
  if (characters === 0) return 'there is no text'
  const unlikely =
    letters > 0 && letters < ENOUGH.families ? `${letters} letters are too few to tell more` : undefined
  const end = likely ? words[likely] : unlikely
  return `${[contents(looks), ...figures(looks)].join(', ')}${end === undefined ? '' : `; ${end}`}`
}

const contents = ({ characters, letters, alphabet }: TextLooks): string => {
  if (letters === 0) return `no letters, ${alphabet.length} different signs`
  const different = new Set(alphabet.toLowerCase().replace(/[^a-z]/g, '')).size
  const are = letters === characters ? 'letters only' : `${letters} of ${characters} characters are letters`
  return `${are}, ${different} of the 26`
}

const figures = ({ groups, coincidence, entropy }: TextLooks): string[] => [
  ...(groups === undefined ? [] : [`in groups of ${groups}`]),
  ...(coincidence === undefined || entropy === undefined
    ? []
    : [
        `index of coincidence ${coincidence.toFixed(3)} (English ${COINCIDENCE.english}, random ${COINCIDENCE.random})`,
        `entropy ${entropy.toFixed(2)} bits a letter`,
      ]),
]
