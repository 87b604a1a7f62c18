import { alphabets } from '@runnel/core/alphabets'

/** Help on the option that names an alphabet. */
export const alphabetHelp = (): string => {
  const codes = Object.entries(alphabets).map(([code, { name }]) => `${code} (${name})`)
  return `letters that the cipher moves: ${codes.join(', ')}, or ten letters or more, in order (default: a to z)`
}

/** Whether a text has letters of a script that a cipher moves where an alphabet of it is named. */
export const isOfOtherScript = (text: string): boolean => /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(text)
