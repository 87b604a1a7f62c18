import { createCipher, type Random } from '@runnel/core'
import { drawPassage, replaceLetters } from '../live/streams.ts'
import { columnar } from './columnar.ts'
import type { Family, Group, Sample } from './family.ts'
import { permutation } from './permutation.ts'
import { substitution } from './substitution.ts'
import { vigenere } from './vigenere.ts'

type Encipher = (plaintext: string, random: Random) => string

/** Ciphers that are not in the list, each under a random key, and what is no text at all. */
export const outsideFamilies = (text: string): Family[] => [
  fromText('Vigenère, period 5 to 12', 'outside', text, (plaintext, random) =>
    vigenere(
      plaintext,
      Array.from({ length: 5 + random.integer(8) }, () => random.integer(26)),
    ),
  ),
  fromText('substitution', 'outside', text, (plaintext, random) =>
    substitution(plaintext, permutation(26, random)),
  ),
  fromText('columnar, 5 to 12 columns', 'outside', text, (plaintext, random) =>
    columnar(plaintext, permutation(5 + random.integer(8), random)),
  ),
  {
    name: 'random letters',
    group: 'outside',
    draw: (random, passage) => ({
      ciphertext: replaceLetters(drawPassage(text, random, passage), 1, random),
      plaintext: undefined,
    }),
  },
  {
    name: 'base64 of random bytes',
    group: 'outside',
    draw: (random, { letters }) => ({ ciphertext: base64(letters, random), plaintext: undefined }),
  },
]

/** Ciphers in the list, over English. */
export const listedFamilies = (text: string): Family[] =>
  ['plain', 'caesar', 'atbash', 'affine', 'rot47'].map((name) =>
    fromText(name, 'listed', text, (plaintext, random) => encipherBy(name, plaintext, random)),
  )

/** Prose in another language, under Caesar. */
export const foreignFamily = (language: string, text: string): Family =>
  fromText(`${language}, Caesar`, 'foreign', text, (plaintext, random) =>
    encipherBy('caesar', plaintext, random),
  )

const fromText = (name: string, group: Group, text: string, encipher: Encipher): Family => {
  // What has no spaces has letters alone: those with marks are not to be missing.
  const folded = group === 'foreign' ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text
  return {
    name,
    group,
    draw(random, passage): Sample {
      const plaintext = drawPassage(passage.layout === 'no spaces' ? folded : text, random, passage)
      return { plaintext, ciphertext: encipher(plaintext, random) }
    },
  }
}

const encipherBy = (name: string, plaintext: string, random: Random): string => {
  if (name === 'plain') return plaintext
  const cipher = createCipher(name)
  return cipher.encrypt(plaintext, cipher.generateKey(random))
}

/** Base64 up to a letter: three signs in four are more than half letters. */
const base64 = (letters: number, random: Random): string => {
  const bytes = Uint8Array.from({ length: 3 * letters }, () => random.integer(256))
  let [count, end] = [0, 0]
  const text = Buffer.from(bytes).toString('base64')
  while (count < letters) if (/[a-z]/i.test(text[end++])) count++
  return text.slice(0, end)
}
