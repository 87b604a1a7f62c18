/** Digits after the point: more than any figure here is told with. */
const DIGITS = 24

/**
 * The binary logarithm of a number above 0 and up to 1, by halving and squaring: the same bits in every runtime, which
 * `Math.log2` does not promise.
 */
export const binaryLogarithm = (value: number): number => {
  let rest = value
  let result = 0
  while (rest < 1) {
    rest *= 2
    result--
  }
  for (let digit = 0.5, i = 0; i < DIGITS; i++, digit /= 2) {
    rest *= rest
    if (rest < 2) continue
    rest /= 2
    result += digit
  }
  return result
}
