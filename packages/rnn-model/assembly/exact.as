import { IN_BYTES } from './layout'

/**
 * Tells if products of weights of a byte are exact on this machine, as relaxed SIMD promises for numbers of 7 bits: sums
 * of pairs at the limits, worked out a second time in plain SIMD. Those of other weights always are.
 */
export function exact(): bool {
  if (!IN_BYTES) return true
  // weights at their limits in every order of signs, and what they are multiplied with
  const a = v128.load(
    memory.data<i8>([127, 127, -127, -127, 127, -127, -127, 127, 127, -127, -127, 127, 127, 127, -127, -127]),
  )
  const x = v128.load(memory.data<u8>([127, 127, 127, 127, 127, 127, 127, 127, 127, 1, 127, 1, 1, 127, 64, 65]))
  const even = i16x8.mul(i16x8.shr_s(i16x8.shl(a, 8), 8), i16x8.shr_s(i16x8.shl(x, 8), 8))
  const odd = i16x8.mul(i16x8.shr_s(a, 8), i16x8.shr_s(x, 8))
  return i16x8.all_true(i16x8.eq(i16x8.relaxed_dot_i8x16_i7x16_s(a, x), i16x8.add(even, odd)))
}
