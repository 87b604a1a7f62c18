import { isSpace } from '@runnel/core'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { ORDINARY } from './constants.ts'
import { isSeparator } from './is-separator.ts'
import type { RecentText } from './recent-text.ts'

/** The smallest and largest odds, so that products stay finite. */
const [LEAST_ODDS, MOST_ODDS] = [1e-200, 1e200]

/** A search that reads text again. */
export interface Rereader {
  spaces: 'read' | 'passed over'
  read(symbol: CipherSymbol): number
}

/**
 * Has a search read recent text again, passing separators over from a position on. Of several in a row, which are layout
 * either way, only the first one counts.
 *
 * @returns how many times likelier the text is to it than it was when it was read first
 */
export const readAnew = (
  { family }: SearchPlan,
  search: Rereader,
  text: RecentText,
  { from, passing }: { from: number; passing: number },
): number => {
  let odds = 1
  let wasSeparator = false
  text.each(from, (symbol) => {
    if (symbol.position === passing) search.spaces = 'passed over'
    const found = search.read(symbol)
    const separates = isSeparator(family, symbol)
    if (!(separates && wasSeparator)) odds = within((odds * found) / symbol.probability)
    wasSeparator = separates
  })
  return odds
}

/**
 * The most that may come of reading text from a position on again: as if each letter were then as likely as letters are by
 * and large. Spaces are certain then; hyphens say nothing, for they are rare in words as well.
 */
export const hopeOf = ({ family }: SearchPlan, text: RecentText, from: number): number => {
  let odds = 1
  let wasSeparator = false
  text.each(from, (symbol) => {
    const separates = isSeparator(family, symbol)
    if (separates && !wasSeparator && isSpace(symbol.unit)) odds = within(odds / symbol.probability)
    else if (family.alphabet.indexOf(symbol.unit) !== -1)
      odds = within((odds * ORDINARY) / symbol.probability)
    wasSeparator = separates
  })
  return odds
}

const within = (odds: number): number => Math.min(MOST_ODDS, Math.max(LEAST_ODDS, odds))
