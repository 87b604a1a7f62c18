import { addOf, operandOf } from './lanes'
import { FLOAT, IN_BYTES, Matrix, Net, SHIFT } from './layout'
import { manyFloat } from './many-float'
import { manyInt16 } from './many-int16'
import { wholeBytes, wholeInt16 } from './math'
import { productFloat } from './product-float'
import { productInt16 } from './product-int16'
import { productInt8 } from './product-int8'

/** Bytes that `columns` numbers of a row take. */
@inline
function bytesOf(columns: i32): i32 {
  return columns << SHIFT
}

/** Writes 4 bytes of each lane's operand in turn. */
function interleave(lanes: usize, bytes: i32, out: usize): void {
  const x0 = operandOf(lanes, 0)
  const x1 = operandOf(lanes, 1)
  const x2 = operandOf(lanes, 2)
  const x3 = operandOf(lanes, 3)
  for (let k = 0; k < bytes; k += 4, out += 16) {
    let four = v128.load32_zero(x0 + k)
    four = v128.load32_lane(x1 + k, four, 1)
    four = v128.load32_lane(x2 + k, four, 2)
    four = v128.load32_lane(x3 + k, four, 3)
    v128.store(out, four)
  }
}

/**
 * out ← rows `from` to `from + rows` of the matrix times each lane's operand, plus `shared` or else the lane's
 * input. `out`, `shared` and the inputs start at row 0 of the matrix; lane l writes `stride * l` bytes on.
 */
export function multiply(
  net: Net,
  matrix: Matrix,
  from: i32,
  rows: i32,
  count: i32,
  shared: usize,
  out: usize,
): void {
  const lanes = net.lanes
  const bytes = bytesOf(matrix.columns)
  const w = matrix.weights + from * bytes
  const at = from << 2
  if (IN_BYTES || count == 1) {
    const x = operandOf(lanes, 0)
    const add = addOf(lanes, 0, shared, at)
    if (FORMAT == FLOAT) productFloat(w, x, bytes, rows, add, out + at)
    else if (IN_BYTES) productInt8(w, matrix.scales + at, matrix.starts + at, x, bytes, rows, add, out + at)
    else productInt16(w, matrix.scales + at, x, bytes, rows, add, out + at)
    return
  }
  const stride = net.stride
  const panel = net.panel
  // the second product of a GRU has the operand of its first
  if (!from || !shared) interleave(lanes, bytes, panel)
  if (FORMAT == FLOAT) manyFloat(w, panel, lanes, bytes, rows, shared, from, out, stride)
  else manyInt16(w, matrix.scales, panel, lanes, bytes, rows, shared, from, out, stride)
}

/** Readies what a product takes in place of the float vector: the vector, or its whole numbers, written to `out`. */
export function operandFrom(vector: usize, out: usize, units: i32): usize {
  if (FORMAT == FLOAT) return vector
  if (IN_BYTES) wholeBytes(vector, out, units)
  else wholeInt16(vector, out, units)
  return out
}
