import type { Random } from '@runnel/core'

const LEET: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' }
const BEGINNINGS = [
  'picoCTF',
  'picoCTF',
  'picoCTF',
  'flag',
  'CTF',
  'HTB',
  'THM',
  'DUCTF',
  'actf',
  'utflag',
  'FLAG',
]
const OTHERS = ['runnel', 'acme', 'KEY', 'xyzCTF', 'winter', 'MOBY']

/** A flag made of words of a text, as people make them: in digits for letters, with a number at its end, or all hexadecimal. */
export const makeFlag = (words: readonly string[], random: Random, isKnown = true): string => {
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]
  const begin = pick(isKnown ? BEGINNINGS : OTHERS)
  const hexadecimal = (length: number): string =>
    Array.from({ length }, () => '0123456789abcdef'[random.integer(16)]).join('')
  if (random.integer(8) === 0) return `${begin}{${hexadecimal(8 + 8 * random.integer(4))}}`
  const leet = random.integer(3)
  const body = Array.from({ length: 2 + random.integer(4) }, () => pick(words))
    .map((word) =>
      word.replace(/./g, (letter) => (random.integer(2) < leet ? (LEET[letter] ?? letter) : letter)),
    )
    .map((word) => (random.integer(6) === 0 ? word.toUpperCase() : word))
    .join('_')
  return `${begin}{${body}${random.integer(2) === 0 ? `_${hexadecimal(8)}` : ''}}`
}

/** Words of a text, of 2 to 8 letters. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/\b[a-z]{2,8}\b/g) ?? []
