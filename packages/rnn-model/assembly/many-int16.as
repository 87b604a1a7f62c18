import { addOf } from './lanes'
import { dot, storeScaled } from './product-int16'

/**
 * out ← scales ∘ (W x) + add of four states, int16 weights.
 * Tiles of 8 rows by 4 vectors, so that each weight is loaded once for four states. `panel` has 4 bytes of
 * each of the four vectors in turn.
 */
export function manyInt16(
  w: usize,
  scales: usize,
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
  let at = from << 2
  for (; rows > 0; rows -= 32, w += bytes << 5) {
    for (let tile = 0; tile < 128; tile += 32, at += 32) {
      let v = w + tile
      let a0 = i32x4.splat(0)
      let b0 = a0
      let a1 = a0
      let b1 = a0
      let a2 = a0
      let b2 = a0
      let a3 = a0
      let b3 = a0
      for (let k = panel; k < end; k += 16, v += 128) {
        const w0 = v128.load(v)
        const w1 = v128.load(v, 16)
        let h = v128.load32_splat(k)
        a0 = dot(w0, h, a0)
        b0 = dot(w1, h, b0)
        h = v128.load32_splat(k, 4)
        a1 = dot(w0, h, a1)
        b1 = dot(w1, h, b1)
        h = v128.load32_splat(k, 8)
        a2 = dot(w0, h, a2)
        b2 = dot(w1, h, b2)
        h = v128.load32_splat(k, 12)
        a3 = dot(w0, h, a3)
        b3 = dot(w1, h, b3)
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
