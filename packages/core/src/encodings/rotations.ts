import type { Encoding } from './encoding.ts'
import { createReplaced, turnedRows } from './replaced.ts'

const DIGITS = '0123456789'
const LETTERS = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz']

/** ROT5: digits turned by 5. */
export const createRot5 = (): Encoding => rotation('rot5', [DIGITS])

/** ROT13: letters turned by 13. */
export const createRot13 = (): Encoding => rotation('rot13', LETTERS)

/** ROT18: letters turned by 13 and digits by 5. */
export const createRot18 = (): Encoding => rotation('rot18', [...LETTERS, DIGITS])

/** ROT47: all characters of ASCII that are seen turned by 47. */
export const createRot47Encoding = (): Encoding =>
  rotation('rot47', [String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 0x21 + i))])

/** Letters turned by so many places, as by a Caesar cipher around another encoding. @param by 1 to 25 */
export const createTurned = (by: number): Encoding => createReplaced(`caesar-${by}`, turnedRows(LETTERS, by))

/** Letters from Z to A, as by the cipher Atbash around another encoding. */
export const createAtbashEncoding = (): Encoding => {
  const to = Array.from(LETTERS[1] + LETTERS[0]).reverse()
  return createReplaced('atbash', { from: LETTERS.join(''), to: to.join('') })
}

const rotation = (name: string, rows: readonly string[]): Encoding => createReplaced(name, turnedRows(rows))
