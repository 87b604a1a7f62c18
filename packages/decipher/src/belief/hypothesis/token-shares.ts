import { SIGN_SHARES, SIGNS, UNDERSCORES } from './constants.ts'

/**
 * Makes the probabilities of characters, given the tokens that stand for them: letters of both cases and digits are alike
 * likely, signs as they are common. What is no printable ASCII is as likely as a sign by and large.
 */
export const createTokenShares = (
  idOf: (unit: number) => number,
  vocabulary: number,
): ((unit: number) => number) => {
  const space = idOf(0x20)
  const weightOf = (unit: number): number => {
    const at = SIGNS.indexOf(String.fromCharCode(unit))
    if (at !== -1) return (SIGN_SHARES[at] * SIGNS.length) / 1000
    return unit === 0x5f && idOf(unit) === space ? UNDERSCORES : 1
  }
  const totals = new Float64Array(vocabulary)
  for (let unit = 0x20; unit < 0x7f; unit++) totals[idOf(unit)] += weightOf(unit)
  const shareOf = (unit: number): number => weightOf(unit) / (totals[idOf(unit)] || 1)
  const ascii = Float64Array.from({ length: 0x80 }, (_, unit) => shareOf(unit))
  return (unit) => (unit < 0x80 ? ascii[unit] : shareOf(unit))
}
