/** Adds row i of `source` to row `ids[i]` of `out`: the gradient of a look-up. Strides and width count floats. */
export function scatterRows(
  ids: usize,
  rows: i32,
  source: usize,
  sourceStride: i32,
  width: i32,
  out: usize,
  outStride: i32,
): void {
  const bytes = width << 2
  for (let row = 0; row < rows; row++, ids += 2, source += sourceStride << 2) {
    addTo(out + ((<i32>load<u16>(ids) * outStride) << 2), source, bytes)
  }
}

/** Adds every row of `source`, `[rows, width]`, to `out`. */
export function sumRows(source: usize, rows: i32, width: i32, out: usize): void {
  const bytes = width << 2
  for (let row = 0; row < rows; row++, source += bytes) addTo(out, source, bytes)
}

@inline
function addTo(out: usize, source: usize, bytes: i32): void {
  for (let j = 0; j < bytes; j += 16) {
    v128.store(out + j, f32x4.add(v128.load(out + j), v128.load(source + j)))
  }
}

/** Sum of squares of `count` floats, a multiple of 4. */
export function sumOfSquares(values: usize, count: i32): f64 {
  let low = f64x2.splat(0)
  let high = low
  for (const end = values + (count << 2); values < end; values += 16) {
    const x = v128.load(values)
    const a = f64x2.promote_low_f32x4(x)
    const b = f64x2.promote_low_f32x4(v128.shuffle<i32>(x, x, 2, 3, 2, 3))
    low = f64x2.add(low, f64x2.mul(a, a))
    high = f64x2.add(high, f64x2.mul(b, b))
  }
  const all = f64x2.add(low, high)
  return f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1)
}

/**
 * One step of Adam for `count` weights, a multiple of 4, from `scale` times the gradients. `rate` is divided by
 * 1 − β₁ᵗ already, and `correction` is 1 / √(1 − β₂ᵗ). Source: Kingma and Ba (2015), algorithm 1.
 */
export function adam(
  weights: usize,
  gradients: usize,
  first: usize,
  second: usize,
  count: i32,
  scale: f32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  correction: f32,
  epsilon: f32,
): void {
  const keep1 = f32x4.splat(beta1)
  const keep2 = f32x4.splat(beta2)
  for (let j = 0, end = count << 2; j < end; j += 16) {
    const g = f32x4.mul(v128.load(gradients + j), f32x4.splat(scale))
    const m = f32x4.add(f32x4.mul(v128.load(first + j), keep1), f32x4.mul(g, f32x4.splat(1 - beta1)))
    const v = f32x4.add(
      f32x4.mul(v128.load(second + j), keep2),
      f32x4.mul(f32x4.mul(g, g), f32x4.splat(1 - beta2)),
    )
    v128.store(first + j, m)
    v128.store(second + j, v)
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(v), f32x4.splat(correction)), f32x4.splat(epsilon))
    const step = f32x4.div(f32x4.mul(m, f32x4.splat(rate)), size)
    v128.store(weights + j, f32x4.sub(v128.load(weights + j), step))
  }
}
