/*
 * Functions of four float32 at once, in plain additions, products and quotients: the same bits everywhere.
 */

/** Hyperbolic tangent, absolute error below 4e-7. Source: Eigen 3.3, `generic_fast_tanh_float`. */
@inline
export function tanh(value: v128): v128 {
  const x = f32x4.max(f32x4.min(value, f32x4.splat(9)), f32x4.splat(-9))
  const x2 = f32x4.mul(x, x)
  let p = f32x4.splat(-2.76076847742355e-16)
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(2.00018790482477e-13))
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(-8.60467152213735e-11))
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(5.12229709037114e-8))
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(1.48572235717979e-5))
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(6.37261928875436e-4))
  p = f32x4.add(f32x4.mul(p, x2), f32x4.splat(4.89352455891786e-3))
  let q = f32x4.splat(1.19825839466702e-6)
  q = f32x4.add(f32x4.mul(q, x2), f32x4.splat(1.18534705686654e-4))
  q = f32x4.add(f32x4.mul(q, x2), f32x4.splat(2.268434632439e-3))
  q = f32x4.add(f32x4.mul(q, x2), f32x4.splat(4.89352518554385e-3))
  return f32x4.div(f32x4.mul(x, p), q)
}

/** Logistic function, absolute error below 3e-7: ½ + ½ tanh(x / 2). */
@inline
export function sigmoid(value: v128): v128 {
  const half = f32x4.splat(0.5)
  return f32x4.add(half, f32x4.mul(half, tanh(f32x4.mul(half, value))))
}

/** 1.5 · 2²³: added to a float, it leaves the nearest whole number in the low bits. */
const ROUND: f32 = 12582912

/** e to the power of values up to 0, relative error below 3e-7; at least e⁻⁸⁷. Source: Cephes `expf`. */
@inline
export function exponential(value: v128): v128 {
  const x = f32x4.max(value, f32x4.splat(-87))
  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), f32x4.splat(ROUND))
  const n = f32x4.sub(rounded, f32x4.splat(ROUND))
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)))
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.12194440e-4)))
  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1))
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1))
  return f32x4.mul(p, i32x4.shl(i32x4.add(rounded, i32x4.splat(127)), 23))
}

/** Natural logarithm of a number of at least 1, absolute error below 1e-12, as `activations.ts` has it. */
export function logarithm(value: f64): f64 {
  let k: f64 = 0
  let m = value
  while (m > 1.4142135623730951) {
    m *= 0.5
    k += 1
  }
  const s = (m - 1) / (m + 1)
  const s2 = s * s
  let y: f64 = 0
  for (let term: f64 = 17; term > 0; term -= 2) y = y * s2 + 1 / term
  return k * 0.6931471805599453 + 2 * s * y
}

/** Four floats from −1 to 1, times `scale`, as the nearest int32; what lies outside is cut off. */
@inline
function nearest(at: usize, scale: f32): v128 {
  const value = f32x4.max(f32x4.min(v128.load(at), f32x4.splat(1)), f32x4.splat(-1))
  const rounded = f32x4.add(f32x4.mul(value, f32x4.splat(scale)), f32x4.splat(ROUND))
  return i32x4.sub(rounded, i32x4.splat(0x4b400000))
}

/** h as int16, 2¹⁴ counting for 1. */
export function wholeInt16(h: usize, out: usize, units: i32): void {
  for (let end = h + (units << 2); h < end; h += 32, out += 16) {
    v128.store(out, i16x8.narrow_i32x4_s(nearest(h, 16384), nearest(h + 16, 16384)))
  }
}

/** h as numbers from 1 to 127 in a byte, 64 + 63 h. */
export function wholeInt7(h: usize, out: usize, units: i32): void {
  const middle = i8x16.splat(64)
  for (let end = h + (units << 2); h < end; h += 64, out += 16) {
    const low = i16x8.narrow_i32x4_s(nearest(h, 63), nearest(h + 16, 63))
    const high = i16x8.narrow_i32x4_s(nearest(h + 32, 63), nearest(h + 48, 63))
    v128.store(out, i8x16.add(i8x16.narrow_i16x8_s(low, high), middle))
  }
}
