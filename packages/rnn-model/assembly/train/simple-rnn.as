import { tanh } from './math'
import { inputOf, sum, tanhSlope } from './slopes'

/** h = tanh(x + sums). */
export function simpleRnnForward(
  ids: usize,
  table: usize,
  sums: usize,
  h: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++, sums += bytes, h += bytes) {
    const x = inputOf(table, ids, i, bytes)
    for (let j = 0; j < bytes; j += 16) v128.store(h + j, tanh(sum(x + j, sums + j)))
  }
}

/** sums ← dh (1 − h²); dh ← 0. */
export function simpleRnnBackward(dh: usize, h: usize, sums: usize, batch: i32, units: i32): void {
  for (let j = 0, end = (batch * units) << 2; j < end; j += 16) {
    v128.store(sums + j, f32x4.mul(v128.load(dh + j), tanhSlope(v128.load(h + j))))
    v128.store(dh + j, f32x4.splat(0))
  }
}
