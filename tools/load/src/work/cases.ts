import { everyCipher } from '@runnel/core/ciphers'

/** Beginnings of flags, as many as a query has room for. */
const MANY_FLAGS = Array.from({ length: 150 }, (_, i) => `flag${i}{`).join(',')

/** A way to send a text: a route and its options. */
export interface WorkCase {
  path: string
  query: Record<string, string>
}

/** Ways to have a text deciphered: every cipher without a key, and every option that multiplies work, alone and beside others. */
const queries: readonly Record<string, string>[] = [
  {},
  ...Object.keys(everyCipher).map((cipher) => ({ cipher })),
  { cipher: 'homophonic' },
  { cipher: 'shift-any' },
  { cipher: 'caesar', key: '3' },
  { language: 'auto' },
  { language: 'de' },
  { language: 'ru' },
  { language: 'en,de,fr' },
  { language: 'auto', keyChange: '0.5' },
  { language: 'auto', cipher: 'caesar' },
  { language: 'auto', encoding: 'auto' },
  { language: 'de', cipher: 'substitution' },
  { encoding: 'auto' },
  { encoding: 'base64' },
  { encoding: 'base64 > hex' },
  { candidates: '20' },
  { keyChange: '0.5' },
  { keyChange: 'off' },
  { keyChange: '0.5', candidates: '20', commit: '0.9999999', maxDelay: '512' },
  { watch: 'every' },
  { watch: 'adaptive' },
  { flagFormat: MANY_FLAGS },
  { cipher: 'affine', alphabet: 'ru' },
  { cipher: 'vigenere', alphabet: 'de' },
  { cipher: 'caesar', key: '3', alphabet: 'el' },
  { cipher: 'vigenere', keyChange: '0.5' },
  { cipher: 'substitution', known: 'X=e,Q=u' },
  { cipher: 'substitution', crib: 'BREAD,RIVER' },
  { cipher: 'substitution', keyChange: '0.5' },
  { cipher: 'enigma', wheels: 'I-II-III' },
]

/** The cases, of each route that takes a text. */
export const cases: readonly WorkCase[] = [
  ...queries.map((query) => ({ path: '/v1/decipher', query })),
  { path: '/v1/encipher', query: { cipher: 'caesar', key: '3' } },
  { path: '/v1/identify', query: {} },
]

/** Its words in a report. */
export const caseName = ({ path, query }: WorkCase): string => {
  const words = Object.entries(query).map(([name, value]) => `${name}=${value.length > 24 ? '…' : value}`)
  return [path.replace('/v1/', ''), ...words].join(' ')
}
