import { baseLetter, isCombiningMark, PADDING, type Tokenizer } from '@runnel/core'

const UNDERSCORE = 0x5f

/**
 * Token ids of units as a net is to read those that its alphabet does not list: letters with diacritics as the letters
 * without, underscores as the spaces that they stand for, combining marks not at all.
 */
export const foldedIds = ({ idOf, alphabet, options }: Tokenizer): ((unit: number) => number) => {
  const idOfClass = (symbol = '') => alphabet.indexOf(symbol) + 1
  const other = idOfClass(options.other)
  const space = options.space === undefined ? other : idOfClass(options.space)
  return (unit) => {
    const id = idOf(unit)
    if (id !== other) return id
    if (unit === UNDERSCORE) return space
    return isCombiningMark(unit) ? PADDING : idOf(baseLetter(unit))
  }
}
