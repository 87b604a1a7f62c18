/**
 * Hyperbolic tangent, absolute error below 3e-7.
 *
 * Only additions, products and one quotient, so that every JavaScript engine gives the same bits;
 * `Math.tanh` may differ between engines. Source: the rational approximation of degree 13/6 in Eigen 3.3,
 * `MathFunctionsImpl.h`, `generic_fast_tanh_float`.
 */
export const tanh = (value: number): number => {
  const x = value > 9 ? 9 : value < -9 ? -9 : value
  const x2 = x * x
  let p = -2.76076847742355e-16
  p = p * x2 + 2.00018790482477e-13
  p = p * x2 - 8.60467152213735e-11
  p = p * x2 + 5.12229709037114e-8
  p = p * x2 + 1.48572235717979e-5
  p = p * x2 + 6.37261928875436e-4
  p = p * x2 + 4.89352455891786e-3
  let q = 1.19825839466702e-6
  q = q * x2 + 1.18534705686654e-4
  q = q * x2 + 2.268434632439e-3
  q = q * x2 + 4.89352518554385e-3
  return (x * p) / q
}

/** Logistic function 1 / (1 + e^-x), absolute error below 2e-7: ½ + ½ tanh(x / 2). */
export const sigmoid = (value: number): number => 0.5 + 0.5 * tanh(0.5 * value)

/**
 * e to the power of `value`, for values up to 0; relative error below 1e-9, 0 below -87.
 *
 * e^x = (e^(x/256))^256: ten terms of the power series, then eight squarings. The same bits on every
 * engine, which `Math.exp` does not promise.
 */
export const exponential = (value: number): number => {
  if (value < -87) return 0
  const x = value / 256
  let y = 1
  for (let term = 10; term > 0; term--) y = 1 + (y * x) / term
  for (let squaring = 0; squaring < 8; squaring++) y *= y
  return y
}

/** Turns the logits in `values` into probabilities, in place. */
export const softmax = (values: Float32Array): void => {
  let max = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) if (values[i] > max) max = values[i]
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const y = exponential(values[i] - max)
    values[i] = y
    sum += y
  }
  for (let i = 0; i < values.length; i++) values[i] /= sum
}

/**
 * Natural logarithm of a positive, normal number; absolute error below 1e-12. The same bits on every engine.
 *
 * x = 2^k m with m near 1, then log m = 2 artanh((m - 1) / (m + 1)) by its power series.
 */
export const logarithm = (value: number): number => {
  let k = 0
  let m = value
  while (m > Math.SQRT2) {
    m /= 2
    k++
  }
  while (m < Math.SQRT1_2) {
    m *= 2
    k--
  }
  const s = (m - 1) / (m + 1)
  const s2 = s * s
  let y = 0
  for (let term = 17; term > 0; term -= 2) y = y * s2 + 1 / term
  return k * Math.LN2 + 2 * s * y
}

/** Turns the logits in `values` into natural logarithms of probabilities, in place. */
export const logSoftmax = (values: Float32Array): void => {
  let max = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) if (values[i] > max) max = values[i]
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += exponential(values[i] - max)
  const shift = max + logarithm(sum)
  for (let i = 0; i < values.length; i++) values[i] -= shift
}
