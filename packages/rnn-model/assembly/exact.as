import { IN_BYTES } from './layout'

/**
 * Tells if products of weights of a byte are exact on this machine, as relaxed SIMD promises for numbers of 7 bits: sums
 * of pairs, up to the limits, in every order of signs. Those of other weights always are.
 */
export function exact(): bool {
  if (!IN_BYTES) return true
  const weights = v128.load(
    memory.data<i8>([127, 127, -127, -127, 127, -127, -127, 127, 127, -127, -127, 127, 127, 127, -127, -127]),
  )
  const numbers = v128.load(
    memory.data<u8>([127, 127, 127, 127, 127, 127, 127, 127, 127, 1, 127, 1, 1, 127, 64, 65]),
  )
  const sums = v128.load(memory.data<i16>([32258, -32258, 0, 0, 16002, -16002, 16256, -16383]))
  return i16x8.all_true(i16x8.eq(i16x8.relaxed_dot_i8x16_i7x16_s(weights, numbers), sums))
}
