import { productInt8 } from './product-int8'

const COLUMNS = 32

/** A weight of row 0 to 31: the largest there are, in every order of signs. */
@inline
function weightOf(row: i32, k: i32): i32 {
  return (row >> (k & 3)) & 1 ? 64 : -64
}

/**
 * Tells if products of int8 weights are exact on this machine, as relaxed SIMD promises for numbers of 7 bits:
 * one at the limits, worked out a second time in whole numbers. Uses the memory from `base` on.
 */
export function exact(): bool {
  if (!ASC_FEATURE_RELAXED_SIMD) return false
  const weights = __heap_base + 15 & ~15
  const x = weights + 32 * COLUMNS
  const scales = x + COLUMNS
  const zeros = scales + 128
  const out = zeros + 128
  for (let row = 0; row < 32; row++) {
    store<f32>(scales + (row << 2), 1)
    for (let k = 0; k < COLUMNS; k++) store<i8>(weights + ((k & ~3) << 5) + (row << 2) + (k & 3), weightOf(row, k))
  }
  for (let k = 0; k < COLUMNS; k++) store<u8>(x + k, k & 4 ? 127 : 127 - k)
  productInt8(weights, scales, zeros, x, COLUMNS, 32, zeros, out)
  for (let row = 0; row < 32; row++) {
    let sum = 0
    for (let k = 0; k < COLUMNS; k++) sum += weightOf(row, k) * <i32>load<u8>(x + k)
    if (load<f32>(out + (row << 2)) != <f32>sum) return false
  }
  return true
}
