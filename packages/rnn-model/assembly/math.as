import { INT16 } from './layout'
import { activatePrecisely } from './precise'

/*
 * Functions of four float32 at once, in plain additions, products and quotients: the same bits everywhere.
 */

/*
 * Constants stand in memory, since V8 12 to 14 makes a vector constant anew, by three instructions, wherever
 * it is used; a splat from memory is one.
 */
@inline
function constant(table: usize, index: i32): v128 {
  return v128.load32_splat(table + (index << 2))
}

/** Limits, numerator and denominator, highest power first, and what is added. */
export const TANH = memory.data<f32>([
  7.75, -7.75,
  -6.32467367e-09, 7.25234122e-06, 0.00270702248, 0.127219945, 0.999999285,
  0.000198188936, 0.0228934679, 0.460550606, 1.0, 0,
])

/** The same for ½ + ½ tanh(x / 2), the logistic function: powers of two more or less. */
export const SIGMOID = memory.data<f32>([
  15.5, -15.5,
  -6.176439130859375e-12, 2.8329457890625e-08, 4.229722625e-05, 0.0079512465625, 0.24999982125,
  3.096702125e-06, 0.00143084174375, 0.1151376515, 1.0, 0.5,
])

/**
 * out ← the function of that table of each float, `bytes` a multiple of 64: tanh, absolute error below 5e-7, or
 * the logistic function, below 3e-7. x p(x²) / q(x²) with x cut off at the limit, p and q of degree 4 and 3 with
 * the least absolute error (1.5e-7 before rounding to float32; reweighted least squares). Four vectors at once
 * share each constant and hide how long a division takes; the loop over coefficients keeps the compiler from computing
 * one vector after another. Graphs have more precise ones.
 */
export function activate(table: usize, x: usize, out: usize, bytes: i32): void {
  if (PRECISE) return activatePrecisely(table, x, out, bytes)
  for (let end = x + bytes; x < end; x += 64, out += 64) {
    const most = constant(table, 0)
    const least = constant(table, 1)
    const x0 = f32x4.pmax(f32x4.pmin(v128.load(x), most), least)
    const x1 = f32x4.pmax(f32x4.pmin(v128.load(x, 16), most), least)
    const x2 = f32x4.pmax(f32x4.pmin(v128.load(x, 32), most), least)
    const x3 = f32x4.pmax(f32x4.pmin(v128.load(x, 48), most), least)
    const s0 = f32x4.mul(x0, x0)
    const s1 = f32x4.mul(x1, x1)
    const s2 = f32x4.mul(x2, x2)
    const s3 = f32x4.mul(x3, x3)
    const first = constant(table, 2)
    const second = constant(table, 7)
    let p0 = first
    let p1 = first
    let p2 = first
    let p3 = first
    let q0 = second
    let q1 = second
    let q2 = second
    let q3 = second
    for (let at = table; at < table + 12; at += 4) {
      let c = constant(at, 3)
      p0 = f32x4.add(f32x4.mul(p0, s0), c)
      p1 = f32x4.add(f32x4.mul(p1, s1), c)
      p2 = f32x4.add(f32x4.mul(p2, s2), c)
      p3 = f32x4.add(f32x4.mul(p3, s3), c)
      c = constant(at, 8)
      q0 = f32x4.add(f32x4.mul(q0, s0), c)
      q1 = f32x4.add(f32x4.mul(q1, s1), c)
      q2 = f32x4.add(f32x4.mul(q2, s2), c)
      q3 = f32x4.add(f32x4.mul(q3, s3), c)
    }
    const c = constant(table, 6)
    const more = constant(table, 11)
    v128.store(out, f32x4.add(f32x4.div(f32x4.mul(x0, f32x4.add(f32x4.mul(p0, s0), c)), q0), more))
    v128.store(out, f32x4.add(f32x4.div(f32x4.mul(x1, f32x4.add(f32x4.mul(p1, s1), c)), q1), more), 16)
    v128.store(out, f32x4.add(f32x4.div(f32x4.mul(x2, f32x4.add(f32x4.mul(p2, s2), c)), q2), more), 32)
    v128.store(out, f32x4.add(f32x4.div(f32x4.mul(x3, f32x4.add(f32x4.mul(p3, s3), c)), q3), more), 48)
  }
}

/** Least x, log₂e, what rounds (1.5 · 2²³ leaves a whole number in the low bits), ln 2 in two parts, powers. */
const EXP = memory.data<f32>([
  -87, 1.44269504088896341, 12582912, 0.693359375, 2.12194440e-4,
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1,
])

/** e to the power of values up to 0, relative error below 3e-7; at least e⁻⁸⁷. Source: Cephes `expf`. */
@inline
export function exponential(value: v128): v128 {
  const x = f32x4.pmax(value, constant(EXP, 0))
  const rounded = f32x4.add(f32x4.mul(x, constant(EXP, 1)), constant(EXP, 2))
  const n = f32x4.sub(rounded, constant(EXP, 2))
  let r = f32x4.sub(x, f32x4.mul(n, constant(EXP, 3)))
  r = f32x4.add(r, f32x4.mul(n, constant(EXP, 4)))
  let p = constant(EXP, 5)
  p = f32x4.add(f32x4.mul(p, r), constant(EXP, 6))
  p = f32x4.add(f32x4.mul(p, r), constant(EXP, 7))
  p = f32x4.add(f32x4.mul(p, r), constant(EXP, 8))
  p = f32x4.add(f32x4.mul(p, r), constant(EXP, 9))
  p = f32x4.add(f32x4.mul(p, r), constant(EXP, 10))
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), constant(EXP, 11))
  // the low bits of `rounded` are n; those of 1.5 · 2²³ are shifted out
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

/** Limits of h, 2¹⁴ and 63 for 1, and what rounds. */
const WHOLE = memory.data<f32>([1, -1, 16384, 63, 12582912])

/** Four floats from −1 to 1, times a constant, as the nearest int32; what lies outside is cut off. */
@inline
function nearest(at: usize, scale: v128): v128 {
  const value = f32x4.pmax(f32x4.pmin(v128.load(at), constant(WHOLE, 0)), constant(WHOLE, 1))
  const round = constant(WHOLE, 4)
  return i32x4.sub(f32x4.add(f32x4.mul(value, scale), round), round)
}

/** h as int16: 2¹⁴ counts for 1, or 63 where weights have 8 bits. */
export function wholeInt16(h: usize, out: usize, units: i32): void {
  const scale = constant(WHOLE, FORMAT == INT16 ? 2 : 3)
  for (let end = h + (units << 2); h < end; h += 32, out += 16) {
    v128.store(out, i16x8.narrow_i32x4_s(nearest(h, scale), nearest(h + 16, scale)))
  }
}

/** h as numbers from 1 to 127 in a byte, 64 + 63 h. */
export function wholeBytes(h: usize, out: usize, units: i32): void {
  const scale = constant(WHOLE, 3)
  const middle = i8x16.splat(64)
  for (let end = h + (units << 2); h < end; h += 64, out += 16) {
    const low = i16x8.narrow_i32x4_s(nearest(h, scale), nearest(h + 16, scale))
    const high = i16x8.narrow_i32x4_s(nearest(h + 32, scale), nearest(h + 48, scale))
    v128.store(out, i8x16.add(i8x16.narrow_i16x8_s(low, high), middle))
  }
}
