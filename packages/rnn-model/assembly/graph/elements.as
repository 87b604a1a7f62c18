import { activate, SIGMOID, TANH } from '../math'

/*
 * out ← a function of each float of one vector or of two, `bytes` a multiple of 64; `out` may be one of them.
 */

export function tanh(x: usize, out: usize, bytes: i32): void {
  activate(TANH, x, out, bytes)
}

export function sigmoid(x: usize, out: usize, bytes: i32): void {
  activate(SIGMOID, x, out, bytes)
}

/** ReLU: the greater of x and 0. */
export function rectify(x: usize, out: usize, bytes: i32): void {
  for (let j = 0; j < bytes; j += 16) {
    v128.store(out + j, f32x4.max(v128.load(x + j), f32x4.splat(0)))
  }
}

export function squareRoot(x: usize, out: usize, bytes: i32): void {
  for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.sqrt(v128.load(x + j)))
}

export function add(a: usize, b: usize, out: usize, bytes: i32): void {
  for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.add(v128.load(a + j), v128.load(b + j)))
}

export function subtract(a: usize, b: usize, out: usize, bytes: i32): void {
  for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.sub(v128.load(a + j), v128.load(b + j)))
}

export function product(a: usize, b: usize, out: usize, bytes: i32): void {
  for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.mul(v128.load(a + j), v128.load(b + j)))
}
