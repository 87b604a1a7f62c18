import { sigmoid, tanh } from './math'
import { inputOf, sigmoidSlope, sum, tanhSlope } from './slopes'

/** sums ← i, f, g, o; c and h of this step. */
export function lstmForward(
  ids: usize,
  table: usize,
  cBefore: usize,
  sums: usize,
  c: usize,
  h: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let stream = 0; stream < batch; stream++) {
    const x = inputOf(table, ids, stream, 4 * bytes)
    for (let j = 0; j < bytes; j += 16) {
      const fAt = bytes + j
      const gAt = 2 * bytes + j
      const oAt = 3 * bytes + j
      const i = sigmoid(sum(x + j, sums + j))
      const f = sigmoid(sum(x + fAt, sums + fAt))
      const g = tanh(sum(x + gAt, sums + gAt))
      const o = sigmoid(sum(x + oAt, sums + oAt))
      const cell = f32x4.add(f32x4.mul(f, v128.load(cBefore + j)), f32x4.mul(i, g))
      v128.store(sums + j, i)
      v128.store(sums + fAt, f)
      v128.store(sums + gAt, g)
      v128.store(sums + oAt, o)
      v128.store(c + j, cell)
      v128.store(h + j, f32x4.mul(o, tanh(cell)))
    }
    sums += 4 * bytes
    cBefore += bytes
    c += bytes
    h += bytes
  }
}

/** sums ← gradients of the products; dc becomes that of the step before; dh ← 0. */
export function lstmBackward(
  dh: usize,
  dc: usize,
  cBefore: usize,
  sums: usize,
  c: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let stream = 0; stream < batch; stream++) {
    for (let j = 0; j < bytes; j += 16) {
      const i = v128.load(sums + j)
      const f = v128.load(sums + bytes + j)
      const g = v128.load(sums + 2 * bytes + j)
      const o = v128.load(sums + 3 * bytes + j)
      const d = v128.load(dh + j)
      const t = tanh(v128.load(c + j))
      const cell = f32x4.add(v128.load(dc + j), f32x4.mul(f32x4.mul(d, o), tanhSlope(t)))
      v128.store(sums + j, f32x4.mul(f32x4.mul(cell, g), sigmoidSlope(i)))
      v128.store(sums + bytes + j, f32x4.mul(f32x4.mul(cell, v128.load(cBefore + j)), sigmoidSlope(f)))
      v128.store(sums + 2 * bytes + j, f32x4.mul(f32x4.mul(cell, i), tanhSlope(g)))
      v128.store(sums + 3 * bytes + j, f32x4.mul(f32x4.mul(d, t), sigmoidSlope(o)))
      v128.store(dc + j, f32x4.mul(cell, f))
      v128.store(dh + j, f32x4.splat(0))
    }
    sums += 4 * bytes
    cBefore += bytes
    c += bytes
    dc += bytes
    dh += bytes
  }
}
