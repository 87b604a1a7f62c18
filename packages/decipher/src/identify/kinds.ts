/** Kinds of texts that are told apart, in the order of the classifier's outputs. */
export const KINDS = [
  'plain',
  'caesar',
  'affine',
  'rot47',
  'substitution',
  'periodic',
  'autokey',
  'transposition',
  'playfair',
  'hill',
  'bifid',
  'adfgvx',
  'xor',
  'base64',
  'base32',
  'base85',
  'hex',
  'binary',
  'morse',
  'a1z26',
  'polybius',
  'bacon',
  'random',
] as const

/** Name of a kind of texts. */
export type Kind = (typeof KINDS)[number]

/** Name of a kind that may be told: besides those, an encoding that is found by what comes out of it. */
export type ToldKind = Kind | 'encoded'

/** Each kind in words. */
export const kindsInWords: Readonly<Record<ToldKind, string>> = {
  encoded: 'another encoding',
  plain: 'plain English',
  caesar: 'Caesar: every letter moved by one shift',
  affine: 'affine or Atbash: every letter multiplied and moved',
  rot47: 'ROT47: every printable character moved by 47',
  substitution: 'substitution: each letter stands for one other',
  periodic: 'a key that repeats, as in Vigenère, Beaufort or Porta',
  autokey: 'autokey: the text itself goes on as the key',
  transposition: 'transposition: the letters have changed places (columns, rail fence)',
  playfair: 'Playfair: pairs of letters in a square',
  hill: 'Hill: pairs of letters times a matrix',
  bifid: 'Bifid: letters split in a square and joined anew',
  adfgvx: 'ADFGX or ADFGVX',
  xor: 'text whose bytes were combined with a key (XOR), written down in an encoding',
  base64: 'base64',
  base32: 'base32',
  base85: 'base85 (Ascii85 or Z85)',
  hex: 'hexadecimal bytes',
  binary: 'binary digits',
  morse: 'Morse code',
  a1z26: 'letters as numbers, 1 to 26',
  polybius: 'Polybius: letters as rows and columns of a square',
  bacon: "Bacon's cipher: five of two signs a letter",
  random: 'random letters, or a cipher that leaves nothing to see',
}
