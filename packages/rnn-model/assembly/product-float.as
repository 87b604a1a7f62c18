/** a · b + sum: rounded once where the machine can, in the relaxed build. */
@inline
export function madd(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, sum)
  return f32x4.add(f32x4.mul(a, b), sum)
}

/** out ← W x + add for float32 weights, one vector. */
export function productFloat(w: usize, x: usize, bytes: i32, rows: i32, add: usize, out: usize): void {
  const end = x + bytes
  for (; rows >= 32; rows -= 32, add += 128, out += 128) {
    let a0 = v128.load(add)
    let a1 = v128.load(add, 16)
    let a2 = v128.load(add, 32)
    let a3 = v128.load(add, 48)
    let a4 = v128.load(add, 64)
    let a5 = v128.load(add, 80)
    let a6 = v128.load(add, 96)
    let a7 = v128.load(add, 112)
    for (let k = x; k < end; k += 4, w += 128) {
      const h = v128.load32_splat(k)
      a0 = madd(v128.load(w), h, a0)
      a1 = madd(v128.load(w, 16), h, a1)
      a2 = madd(v128.load(w, 32), h, a2)
      a3 = madd(v128.load(w, 48), h, a3)
      a4 = madd(v128.load(w, 64), h, a4)
      a5 = madd(v128.load(w, 80), h, a5)
      a6 = madd(v128.load(w, 96), h, a6)
      a7 = madd(v128.load(w, 112), h, a7)
    }
    v128.store(out, a0)
    v128.store(out, a1, 16)
    v128.store(out, a2, 32)
    v128.store(out, a3, 48)
    v128.store(out, a4, 64)
    v128.store(out, a5, 80)
    v128.store(out, a6, 96)
    v128.store(out, a7, 112)
  }
}
