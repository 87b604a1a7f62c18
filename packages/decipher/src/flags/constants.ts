/*
 * Constants of reading flags: the answers to security puzzles, such as `picoCTF{th3_r4il}`. Costs are in twelfths of a bit.
 * Chosen on flags made of words of Moby-Dick.
 */

/** Beginnings of flags that are well known. */
export const FORMATS: readonly string[] = [
  'picoCTF{',
  'flag{',
  'FLAG{',
  'Flag{',
  'ctf{',
  'CTF{',
  'HTB{',
  'THM{',
  'DUCTF{',
  'actf{',
  'bctf{',
  'corctf{',
  'crypto{',
  'csictf{',
  'dice{',
  'hsctf{',
  'inctf{',
  'nactf{',
  'rarctf{',
  'SEKAI{',
  'tjctf{',
  'uiuctf{',
  'utflag{',
]

/** UTF-16 units of a flag at the most, white space before it among them. */
export const LONGEST_FLAG = 160

/** Probability from which on a flag is read by a key; below it the text is left to the search. */
export const ENOUGH = 0.8

/** Costs of the cipher and, but for Vigenère's, of the key. */
export const KEY_COSTS: { readonly [cipher: string]: number } = {
  plain: 0,
  caesar: 90,
  atbash: 48,
  affine: 140,
  rot47: 48,
  vigenere: 60,
}

/** Cost of ROT13 among the keys of Caesar. */
export const ROT13 = 36

/** Costs of a beginning: one of those that are known, or another, which costs its letters as well. */
export const BEGINNING = { known: 60, other: 60 } as const

/**
 * Costs of the letters of another beginning: a name before `CTF`, as in every second one, or before `flag` or `key`, and of what
 * is no such name: a word, or initials.
 */
export const NAME = { ctf: 12, flag: 44, words: 36, any: 24 } as const

/** Cost of a letter that is as likely as any other, and of one of the six of hexadecimal digits. */
export const LETTER = { any: 56, hexadecimal: 31 } as const

/** Costs of a part of a flag: words, hexadecimal digits, or any letters. */
export const PART = { words: 6, hexadecimal: 36, any: 30 } as const

/** Places of a Vigenère key at the most that the beginning leaves open, and keys for a beginning: those most like words. */
export const VIGENERE = { open: 2, keys: 100 } as const

/** By how much less a flag within a text costs under a key of its own, and words in brackets as they stand, than as the key around them reads them. */
export const PASSAGES = { flag: 96, words: 60 } as const

/** Flags within a text that are read by keys of their own at the most: each is some milliseconds of work. */
export const MOST_FLAGS = 16

/** Passages of what is not final whose readings are remembered. */
export const MOST_REMEMBERED = 32
