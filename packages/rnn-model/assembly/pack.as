import { FLOAT, IN_BYTES, INT16, Matrix, SHIFT } from './layout'

/** Rows of a block. */
const BLOCK = 32
/** Value of 1 in h as a whole number, and the number that is added to it (math.as). */
const UNIT16: f64 = 16384
const UNIT7: f64 = 63
const MIDDLE: f64 = 64
/** Sums of int16 products stay below 2³¹ when the weights of a row sum up to no more than this. */
const ROW_LIMIT: f64 = 131071
/**
 * Four products with numbers from 1 to 127 stay within 16 bits when neither their positive nor their negative
 * int8 weights sum up to more than this.
 */
const FOUR_LIMIT: f64 = 258

/** One weight: float32, or where there are scales int8. */
@inline
function weight(source: usize, scales: usize, index: i32): f64 {
  return scales ? <f64>load<i8>(source + index) : <f64>load<f32>(source + (index << 2))
}

/** Factor of the weights of column j before they are rounded: 1 where they are whole and fit. */
function perUnit(source: usize, scales: usize, inputs: i32, width: i32, j: i32): f64 {
  if (scales && FORMAT == INT16) return 1
  let largest: f64 = 0
  let sum: f64 = 0
  // of each eight, those whose products product-int8.as adds up in 16 bits, apart by sign
  let even: f64 = 0
  let odd: f64 = 0
  let evenLess: f64 = 0
  let oddLess: f64 = 0
  let four: f64 = 0
  for (let k = 0; k < inputs; k++) {
    const value = weight(source, scales, k * width + j)
    largest = max(largest, abs(value))
    if (FORMAT == INT16) {
      sum += abs(value)
      continue
    }
    if ((k & 7) == 0) even = odd = evenLess = oddLess = 0
    if (k & 2) {
      if (value > 0) odd += value
      else oddLess -= value
    } else if (value > 0) even += value
    else evenLess -= value
    four = max(max(four, max(even, odd)), max(evenLess, oddLess))
  }
  if (largest == 0) return 1
  // half a unit more for each rounding
  if (FORMAT == INT16) return min(32767 / largest, (ROW_LIMIT - 0.5 * <f64>inputs) / sum)
  if (scales && four <= FOUR_LIMIT) return 1
  return min(127 / largest, (FOUR_LIMIT - 2) / four)
}

/**
 * Fills a matrix from weights in Keras order, `[inputs, gates * units]`: float32, or int8 with a scale for each
 * column. Rows are gates of padded units, in blocks: [block][k][row], each with 4 bytes of k together.
 */
export function pack(
  matrix: Matrix,
  source: usize,
  scales: usize,
  inputs: i32,
  gates: i32,
  units: i32,
): void {
  const width = gates * units
  const gateRows = matrix.rows / gates
  memory.fill(matrix.weights, 0, (matrix.rows * matrix.columns) << SHIFT)
  memory.fill(matrix.scales, 0, matrix.rows << 2)
  memory.fill(matrix.starts, 0, matrix.rows << 2)
  for (let j = 0; j < width; j++) {
    const row = (j / units) * gateRows + (j % units)
    const lane = row % BLOCK
    const first = matrix.weights + ((row - lane) * matrix.columns << SHIFT) + (lane << 2)
    const known = scales ? <f64>load<f32>(scales + (j << 2)) : 1
    const factor = FORMAT == FLOAT ? known : perUnit(source, scales, inputs, width, j)
    let sum: f64 = 0
    for (let k = 0; k < inputs; k++) {
      const bytes = k << SHIFT
      const at = first + (bytes & ~3) * BLOCK + (bytes & 3)
      const value = weight(source, scales, k * width + j) * factor
      if (FORMAT == FLOAT) store<f32>(at, <f32>value)
      else {
        const whole = nearest(value)
        sum += whole
        if (IN_BYTES) store<i8>(at, <i32>whole)
        else store<i16>(at, <i32>whole)
      }
    }
    const unit = FORMAT == INT16 ? UNIT16 : UNIT7
    store<f32>(matrix.scales + (row << 2), <f32>(known / factor / unit))
    if (IN_BYTES) store<i32>(matrix.starts + (row << 2), <i32>(-MIDDLE * sum))
  }
}
