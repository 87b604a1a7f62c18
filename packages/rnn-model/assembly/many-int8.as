import { addOf } from './lanes'
import { storeScaled } from './product-int16'
import { dots, ones } from './product-int8'

/**
 * out ← scales ∘ (W x) + add of four states, int8 weights.
 * Tiles of 8 rows by 4 vectors, so that each weight is loaded once for four states. `panel` has 4 bytes of
 * each of the four vectors in turn.
 */
export function manyInt8(
  w: usize,
  scales: usize,
  starts: usize,
  panel: usize,
  lanes: usize,
  bytes: i32,
  rows: i32,
  shared: usize,
  from: i32,
  out: usize,
  stride: i32,
): void {
  const end = panel + (bytes << 2)
  const one = ones()
  let at = from << 2
  for (; rows > 0; rows -= 32, w += bytes << 5) {
    for (let tile = 0; tile < 128; tile += 32, at += 32) {
      let v = w + tile
      let a0 = v128.load(starts + at)
      let b0 = v128.load(starts + at, 16)
      let a1 = a0
      let b1 = b0
      let a2 = a0
      let b2 = b0
      let a3 = a0
      let b3 = b0
      for (let k = panel; k < end; k += 32, v += 256) {
        const w0 = v128.load(v)
        const w1 = v128.load(v, 16)
        const u0 = v128.load(v, 128)
        const u1 = v128.load(v, 144)
        let h = v128.load32_splat(k)
        let g = v128.load32_splat(k, 16)
        a0 = dots(w0, h, u0, g, one, a0)
        b0 = dots(w1, h, u1, g, one, b0)
        h = v128.load32_splat(k, 4)
        g = v128.load32_splat(k, 20)
        a1 = dots(w0, h, u0, g, one, a1)
        b1 = dots(w1, h, u1, g, one, b1)
        h = v128.load32_splat(k, 8)
        g = v128.load32_splat(k, 24)
        a2 = dots(w0, h, u0, g, one, a2)
        b2 = dots(w1, h, u1, g, one, b2)
        h = v128.load32_splat(k, 12)
        g = v128.load32_splat(k, 28)
        a3 = dots(w0, h, u0, g, one, a3)
        b3 = dots(w1, h, u1, g, one, b3)
      }
      const add0 = addOf(lanes, 0, shared, at)
      storeScaled(a0, scales + at, add0, out + 0 * stride + at)
      storeScaled(b0, scales + at + 16, add0 + 16, out + 0 * stride + at + 16)
      const add1 = addOf(lanes, 1, shared, at)
      storeScaled(a1, scales + at, add1, out + 1 * stride + at)
      storeScaled(b1, scales + at + 16, add1 + 16, out + 1 * stride + at + 16)
      const add2 = addOf(lanes, 2, shared, at)
      storeScaled(a2, scales + at, add2, out + 2 * stride + at)
      storeScaled(b2, scales + at + 16, add2 + 16, out + 2 * stride + at + 16)
      const add3 = addOf(lanes, 3, shared, at)
      storeScaled(a3, scales + at, add3, out + 3 * stride + at)
      storeScaled(b3, scales + at + 16, add3 + 16, out + 3 * stride + at + 16)
    }
  }
}
