import { SIGN_SHARES, SIGNS } from '../hypothesis/constants.ts'
import { BYTES, PROSE_SHARES } from './constants.ts'
import { createCostOf } from './powers.ts'

/**
 * Costs of bytes of ASCII text, given the token that a language reads each as, `[256]`, in twelfths of a bit: letters in
 * either case, spaces and line ends, digits, signs. A byte that is none of these costs most.
 *
 * @param upper share of capitals among letters
 */
export const createByteCosts = (upper: number): Uint8Array => {
  const costOf = createCostOf(BYTES.most)
  const shareOf = (unit: number): number => {
    const character = String.fromCharCode(unit)
    if (/[a-z]/.test(character)) return 1 - upper
    if (/[A-Z]/.test(character)) return upper
    if (/\d/.test(character)) return 0.1
    const gap = BYTES.gaps.find(([gap]) => gap === character)
    if (gap) return gap[1]
    if (character === "'") return 1
    const sign = SIGNS.indexOf(character)
    if (sign === -1) return 0
    return (BYTES.prose * PROSE_SHARES[sign] + (1 - BYTES.prose) * SIGN_SHARES[sign]) / 1000
  }
  return Uint8Array.from({ length: 256 }, (_, unit) => costOf(shareOf(unit)))
}
