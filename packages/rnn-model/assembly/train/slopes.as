/*
 * Slopes that the gates of all cells share. The file of each cell has its gates of one time step for `batch` streams,
 * forward and backward; equations are in src/cells. `sums` holds the recurrent products and takes the values of the gates;
 * backward these become the gradients of the products. A stream's input is row `ids[stream]` of `table`,
 * `[vocabulary, gates * units]`. `units` is a multiple of 4.
 */

const ONE = memory.data<f32>([1])

@inline
export function one(): v128 {
  return v128.load32_splat(ONE)
}

/** 1 − x, and x (1 − x), the slope of the logistic function where it is x. */
@inline
export function rest(x: v128): v128 {
  return f32x4.sub(one(), x)
}

@inline
export function sigmoidSlope(x: v128): v128 {
  return f32x4.mul(x, rest(x))
}

/** 1 − x², the slope of tanh where it is x. */
@inline
export function tanhSlope(x: v128): v128 {
  return f32x4.sub(one(), f32x4.mul(x, x))
}

@inline
export function sum(a: usize, b: usize): v128 {
  return f32x4.add(v128.load(a), v128.load(b))
}

@inline
export function inputOf(table: usize, ids: usize, stream: i32, bytes: i32): usize {
  return table + <i32>load<u16>(ids + (stream << 1)) * bytes
}
