import { addOf } from './lanes'
import { madd } from './product-float'

/**
 * out ← W x + add of four states, float32 weights.
 * Tiles of 8 rows by 4 vectors, so that each weight is loaded once for four states. `panel` has 4 bytes of
 * each of the four vectors in turn.
 */
export function manyFloat(
  w: usize,
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
      const add0 = addOf(lanes, 0, shared, at)
      let a0 = v128.load(add0)
      let b0 = v128.load(add0, 16)
      const add1 = addOf(lanes, 1, shared, at)
      let a1 = v128.load(add1)
      let b1 = v128.load(add1, 16)
      const add2 = addOf(lanes, 2, shared, at)
      let a2 = v128.load(add2)
      let b2 = v128.load(add2, 16)
      const add3 = addOf(lanes, 3, shared, at)
      let a3 = v128.load(add3)
      let b3 = v128.load(add3, 16)
      for (let k = panel; k < end; k += 16, v += 128) {
        const w0 = v128.load(v)
        const w1 = v128.load(v, 16)
        let h = v128.load32_splat(k)
        a0 = madd(w0, h, a0)
        b0 = madd(w1, h, b0)
        h = v128.load32_splat(k, 4)
        a1 = madd(w0, h, a1)
        b1 = madd(w1, h, b1)
        h = v128.load32_splat(k, 8)
        a2 = madd(w0, h, a2)
        b2 = madd(w1, h, b2)
        h = v128.load32_splat(k, 12)
        a3 = madd(w0, h, a3)
        b3 = madd(w1, h, b3)
      }
      v128.store(out + 0 * stride + at, a0)
      v128.store(out + 0 * stride + at, b0, 16)
      v128.store(out + 1 * stride + at, a1)
      v128.store(out + 1 * stride + at, b1, 16)
      v128.store(out + 2 * stride + at, a2)
      v128.store(out + 2 * stride + at, b2, 16)
      v128.store(out + 3 * stride + at, a3)
      v128.store(out + 3 * stride + at, b3, 16)
    }
  }
}
