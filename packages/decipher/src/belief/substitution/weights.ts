import { halfWayOf, powerOf } from '../columns/powers.ts'
import { UNITS_A_BIT } from './constants.ts'

/** Units up to which weights are told apart: 64 bits. */
const MOST = 64 * UNITS_A_BIT

/** 2^(-n/12) at n, the same bits in every runtime. What lies beyond 64 bits counts as those. */
export const createWeights = (): Float64Array => Float64Array.from({ length: MOST + 1 }, (_, n) => powerOf(n))

/** 2^(-(2n + 1)/24) at n: the probability from which on a cost is n units, and no longer n + 1. */
export const createThresholds = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, n) => halfWayOf(n))
