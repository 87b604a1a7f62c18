import { UNITS_A_BIT } from './constants.ts'

/** 2^(-n/24). */
const ROOTS = [
  1, 0.9715319411536059, 0.9438743126816935, 0.9170040432046712, 0.8908987181403393, 0.8655365610061431,
  0.8408964152537146, 0.8169577266205499, 0.7937005259840998, 0.7711054127039705, 0.7491535384383408,
  0.7278265914210937, 0.7071067811865475, 0.6869768237290446, 0.6674199270850172, 0.6484197773255048,
  0.6299605249474366, 0.6120267716523276, 0.5946035575013605, 0.5776763484361365, 0.5612310241546865,
  0.5452538663326288, 0.5297315471796477, 0.514651118321746,
]

/** Units up to which weights are told apart: 64 bits. */
const MOST = 64 * UNITS_A_BIT

/**
 * 2^(-n/12) at n: literals and exact halvings, the same bits in every runtime. What lies beyond 64 bits counts as those.
 */
export const createWeights = (): Float64Array => {
  const weights = new Float64Array(MOST + 1)
  let whole = 1
  for (let n = 0; n <= MOST; n++) {
    if (n > 0 && n % UNITS_A_BIT === 0) whole /= 2
    weights[n] = whole * ROOTS[2 * (n % UNITS_A_BIT)]
  }
  return weights
}

/** 2^(-(2n + 1)/24) at n: the probability from which on a cost is n units, and no longer n + 1. */
export const createThresholds = (count: number): Float64Array => {
  let whole = 1
  return Float64Array.from({ length: count }, (_, n) => {
    if (n > 0 && n % UNITS_A_BIT === 0) whole /= 2
    return whole * ROOTS[(2 * n + 1) % ROOTS.length]
  })
}
