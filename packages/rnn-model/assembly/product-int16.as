/** sum + a dot b, in pairs. */
@inline
export function dot(a: v128, b: v128, sum: v128): v128 {
  return i32x4.add(i32x4.dot_i16x8_s(a, b), sum)
}

/** out ← sum · scale + add, four rows. */
@inline
export function storeScaled(sum: v128, scales: usize, add: usize, out: usize): void {
  const value = f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scales))
  v128.store(out, f32x4.add(value, v128.load(add)))
}

/** out ← scales ∘ (W x) + add for int16 weights, one vector x of int16. */
export function productInt16(
  w: usize,
  scales: usize,
  x: usize,
  bytes: i32,
  rows: i32,
  add: usize,
  out: usize,
): void {
  const end = x + bytes
  for (; rows >= 32; rows -= 32, add += 128, out += 128, scales += 128) {
    let a0 = i32x4.splat(0)
    let a1 = a0
    let a2 = a0
    let a3 = a0
    let a4 = a0
    let a5 = a0
    let a6 = a0
    let a7 = a0
    for (let k = x; k < end; k += 4, w += 128) {
      const h = v128.load32_splat(k)
      a0 = dot(v128.load(w), h, a0)
      a1 = dot(v128.load(w, 16), h, a1)
      a2 = dot(v128.load(w, 32), h, a2)
      a3 = dot(v128.load(w, 48), h, a3)
      a4 = dot(v128.load(w, 64), h, a4)
      a5 = dot(v128.load(w, 80), h, a5)
      a6 = dot(v128.load(w, 96), h, a6)
      a7 = dot(v128.load(w, 112), h, a7)
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
