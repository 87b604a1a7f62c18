import { PERIODS } from '../constants.ts'
import type { EnglishGains } from '../english-gains.ts'
import { better, type Fit, NONE } from './fit.ts'

/** Gain of bytes as text, in bits. */
export const byteGain = (bytes: Uint8Array, { bytes: single }: EnglishGains): number => {
  let gain = 0
  for (let i = 0; i < bytes.length; i++) gain += single[bytes[i]]
  return gain
}

/** Fit of the best key of bytes that repeats, each of which is combined with those of its column by exclusive or. */
export const xorFit = (bytes: Uint8Array, english: EnglishGains): Fit => {
  const most = Math.min(PERIODS.bytes, Math.floor(bytes.length / 2))
  let best: Fit = { ...NONE, gain: -8 * bytes.length }
  for (let period = 1; period <= most; period++) {
    let gain = -8 * period
    for (let column = 0; column < period; column++) gain += bestOfColumn(bytes, { column, period }, english)
    best = better(best, { gain, period })
  }
  return best
}

const bestOfColumn = (
  bytes: Uint8Array,
  { column, period }: { readonly column: number; readonly period: number },
  { bytes: single }: EnglishGains,
): number => {
  let best = Number.NEGATIVE_INFINITY
  for (let key = 0; key < 256; key++) {
    let gain = 0
    for (let i = column; i < bytes.length; i += period) gain += single[bytes[i] ^ key]
    best = Math.max(best, gain)
  }
  return best
}
