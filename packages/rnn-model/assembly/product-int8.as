import { storeScaled } from './product-int16'

const ONES = memory.data<i16>([1, 1, 1, 1, 1, 1, 1, 1])

/** Eight ones, from memory, so that V8 keeps them in a register. */
@inline
export function ones(): v128 {
  return v128.load(ONES)
}

/**
 * sum + a dot x + b dot y, in fours. Exact on every machine: x and y have 7 bits, and pack.as keeps weights so
 * small that four products fit into 16 bits.
 */
@inline
export function dots(a: v128, x: v128, b: v128, y: v128, one: v128, sum: v128): v128 {
  const four = i16x8.add(i16x8.relaxed_dot_i8x16_i7x16_s(a, x), i16x8.relaxed_dot_i8x16_i7x16_s(b, y))
  return i32x4.add(i32x4.dot_i16x8_s(four, one), sum)
}

/** out ← scales ∘ (W x) + add for int8 weights, one vector x of 7-bit numbers; sums start at `starts`. */
export function productInt8(
  w: usize,
  scales: usize,
  starts: usize,
  x: usize,
  bytes: i32,
  rows: i32,
  add: usize,
  out: usize,
): void {
  const end = x + bytes
  const one = ones()
  for (; rows >= 32; rows -= 32, add += 128, out += 128, scales += 128, starts += 128) {
    let a0 = v128.load(starts)
    let a1 = v128.load(starts, 16)
    let a2 = v128.load(starts, 32)
    let a3 = v128.load(starts, 48)
    let a4 = v128.load(starts, 64)
    let a5 = v128.load(starts, 80)
    let a6 = v128.load(starts, 96)
    let a7 = v128.load(starts, 112)
    for (let k = x; k < end; k += 8, w += 256) {
      const h = v128.load32_splat(k)
      const g = v128.load32_splat(k, 4)
      a0 = dots(v128.load(w), h, v128.load(w, 128), g, one, a0)
      a1 = dots(v128.load(w, 16), h, v128.load(w, 144), g, one, a1)
      a2 = dots(v128.load(w, 32), h, v128.load(w, 160), g, one, a2)
      a3 = dots(v128.load(w, 48), h, v128.load(w, 176), g, one, a3)
      a4 = dots(v128.load(w, 64), h, v128.load(w, 192), g, one, a4)
      a5 = dots(v128.load(w, 80), h, v128.load(w, 208), g, one, a5)
      a6 = dots(v128.load(w, 96), h, v128.load(w, 224), g, one, a6)
      a7 = dots(v128.load(w, 112), h, v128.load(w, 240), g, one, a7)
    }
    storeScaled(a0, scales, add, out)
    storeScaled(a1, scales + 16, add + 16, out + 16)
    storeScaled(a2, scales + 32, add + 32, out + 32)
    storeScaled(a3, scales + 48, add + 48, out + 48)
    storeScaled(a4, scales + 64, add + 64, out + 64)
    storeScaled(a5, scales + 80, add + 80, out + 80)
    storeScaled(a6, scales + 96, add + 96, out + 96)
    storeScaled(a7, scales + 112, add + 112, out + 112)
  }
}
