import { SIGMOID } from './math'

/*
 * tanh and the logistic function in float64, rounded once to float32: what converted nets are compared by. Sums,
 * products and quotients alone: the same bits everywhere.
 */

/** log₂e, ln 2, limit, and the terms of e's power series from the eighth. Inside a function, so that other builds lack them. */
function terms(): usize {
  return memory.data<f64>([
    1.4426950408889634, 0.6931471805599453, 80, 2.48015873015873e-5, 1.984126984126984e-4,
    1.388888888888889e-3, 8.333333333333333e-3, 4.1666666666666664e-2, 0.16666666666666666, 0.5, 1, 1,
  ])
}

@inline
function constant(index: i32): v128 {
  return v128.load64_splat(terms() + (index << 3))
}

/** e to the power of two float64, cut off at 80 either way; relative error below 3e-10. */
function exponential(value: v128): v128 {
  const most = constant(2)
  const x = f64x2.max(f64x2.min(value, most), f64x2.neg(most))
  const n = f64x2.nearest(f64x2.mul(x, constant(0)))
  const r = f64x2.sub(x, f64x2.mul(n, constant(1)))
  let p = constant(3)
  for (let term = 4; term < 12; term++) p = f64x2.add(f64x2.mul(p, r), constant(term))
  const whole = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(n))
  return f64x2.mul(p, i64x2.shl(i64x2.add(whole, i64x2.splat(1023)), 52))
}

/** The logistic function of two float64. */
@inline
function logistic(value: v128): v128 {
  const one = constant(11)
  return f64x2.div(one, f64x2.add(one, exponential(f64x2.neg(value))))
}

/** Two float32 as float64, the function, and back: ½ + ½ tanh(x / 2), or its double less 1 at the double. */
@inline
function two(value: v128, isSigmoid: bool): v128 {
  const x = f64x2.promote_low_f32x4(value)
  if (isSigmoid) return f32x4.demote_f64x2_zero(logistic(x))
  const y = logistic(f64x2.add(x, x))
  return f32x4.demote_f64x2_zero(f64x2.sub(f64x2.add(y, y), constant(11)))
}

/** out ← the function of that table of each float, `bytes` a multiple of 16; absolute error below 1e-7. */
export function activatePrecisely(table: usize, x: usize, out: usize, bytes: i32): void {
  const isSigmoid = table == SIGMOID
  for (const end = x + bytes; x < end; x += 16, out += 16) {
    const value = v128.load(x)
    const low = two(value, isSigmoid)
    const high = two(i32x4.shuffle(value, value, 2, 3, 2, 3), isSigmoid)
    v128.store(out, i32x4.shuffle(low, high, 0, 1, 4, 5))
  }
}
