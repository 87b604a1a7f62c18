import { LATIN } from '@runnel/core'
import { alphabets } from '@runnel/core/alphabets'

/** UTF-16 units of a text whose letters are looked at. */
const LOOKED_AT = 2000

/** The code of the alphabet that a text is most likely written in: the first that has most of its letters; `en` for a to z. */
export const alphabetOf = (text: string): string => {
  const signs = new Set(text.slice(0, LOOKED_AT).toLowerCase())
  const others = [...signs].filter((sign) => !LATIN.includes(sign))
  let [best, most] = ['en', 0]
  for (const [code, { letters }] of Object.entries(alphabets)) {
    const known = others.filter((sign) => letters.includes(sign)).length
    if (known > most) [best, most] = [code, known]
  }
  return best
}
