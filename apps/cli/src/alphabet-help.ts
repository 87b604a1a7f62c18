import { alphabets } from '@runnel/core/alphabets'

/** Help on the option that names an alphabet. */
export const alphabetHelp = (): string => {
  const codes = Object.entries(alphabets).map(([code, { name }]) => `${code} (${name})`)
  return `letters that the cipher moves: ${codes.join(', ')}, or ten letters or more, in order (default: a to z)`
}
