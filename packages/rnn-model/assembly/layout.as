/*
 * The layout that JavaScript writes into memory and the kernels read (src/engine/wasm/net-memory.ts writes the same
 * fields in the same order). All pointers are bytes, all arrays aligned to 16. Units and rows are padded with
 * zeros to multiples of 32.
 */

/** Formats of weights. The one of a build is the constant FORMAT, given by scripts/kernels.mjs. */
export const FLOAT = 0
export const INT16 = 1
export const INT8 = 2
/** Tells if int8 weights and h take a byte each; without relaxed SIMD the same whole numbers stand in two. */
export const IN_BYTES = FORMAT == INT8 && ASC_FEATURE_RELAXED_SIMD
/** Bytes of a weight, and of a number of h as products take it, as a power of two. */
export const SHIFT = FORMAT == FLOAT ? 2 : IN_BYTES ? 0 : 1

/** A matrix, rows in blocks of 32; one row gives one output. */
@unmanaged
export class Matrix {
  /** [block][k][row], with 1, 2 or 4 numbers of k together: float32, int16 or int8. */
  weights: usize
  /** [rows] float32: what a whole number counts for; not used by float weights. */
  scales: usize
  /** [rows] int32: where sums start; used by weights of a byte alone. */
  starts: usize
  /** Numbers in a row, padded. */
  columns: i32
  rows: i32
}

/** One recurrent layer. */
@unmanaged
export class Layer {
  /** Index of the cell in `cells.as`. */
  cell: i32
  units: i32
  /** Bytes from the start of a state to h of this layer. */
  offset: i32
  recurrent: Matrix
  /** Of layers after the first: from h of the layer below. */
  input: Matrix
  /** [gates * units] float32; of layers after the first. */
  bias: usize
  /** [gates * units] float32; 0 where the cell has none. */
  recurrentBias: usize
  /** h as whole numbers: 4 lanes of `units` numbers of 2 bytes. */
  whole: usize
}

/** A net. */
@unmanaged
export class Net {
  layerCount: i32
  /** Layers, one after another. */
  layers: usize
  output: Matrix
  /** [output.rows] float32, −10³⁰ where padded. */
  outputBias: usize
  outputs: i32
  /** 0 probabilities, 1 their logarithms, 2 logits. */
  form: i32
  /** W x + b of the first layer for each id: rows of `tableStride` bytes. */
  table: usize
  tableStride: i32
  /** 4 lanes of scratch, `stride` bytes each: sums, inputs of later layers, r ∘ h, r ∘ h whole, logits, operands. */
  sums: usize
  inputs: usize
  reset: usize
  resetWhole: usize
  logits: usize
  panel: usize
  stride: i32
  /** 4 lanes of pointers. */
  lanes: usize
  /** State whose h lane 0 has as whole numbers, if any; JavaScript clears it when it writes to states. */
  entered: usize
}

/** One of up to 4 states that take a step together. */
@unmanaged
export class Lane {
  /** State of the stream: all layers. */
  state: usize
  /** W x + b of the present layer. */
  input: usize
  /** Vector that the next product multiplies: h, or h as whole numbers. */
  operand: usize
}
