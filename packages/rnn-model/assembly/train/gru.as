import { sigmoid, tanh } from './math'
import { inputOf, rest, sigmoidSlope, sum, tanhSlope } from './slopes'

/** sums ← z, r, n; candidate ← h Un + cn. `sums` holds the recurrent bias already. */
export function gruForward(
  ids: usize,
  table: usize,
  before: usize,
  sums: usize,
  candidate: usize,
  h: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++) {
    const x = inputOf(table, ids, i, 3 * bytes)
    const n = 2 * bytes
    for (let j = 0; j < n; j += 16) v128.store(sums + j, sigmoid(sum(x + j, sums + j)))
    for (let j = 0; j < bytes; j += 16) {
      const product = v128.load(sums + n + j)
      const reset = f32x4.mul(v128.load(sums + bytes + j), product)
      const value = tanh(f32x4.add(v128.load(x + n + j), reset))
      v128.store(candidate + j, product)
      v128.store(sums + n + j, value)
      const kept = f32x4.mul(v128.load(sums + j), f32x4.sub(v128.load(before + j), value))
      v128.store(h + j, f32x4.add(value, kept))
    }
    sums += 3 * bytes
    before += bytes
    candidate += bytes
    h += bytes
  }
}

/** sums ← gradients of the recurrent products; candidate ← that of n's input; dh ← dh z. */
export function gruBackward(
  dh: usize,
  before: usize,
  sums: usize,
  candidate: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < bytes; j += 16) {
      const z = v128.load(sums + j)
      const r = v128.load(sums + bytes + j)
      const n = v128.load(sums + 2 * bytes + j)
      const d = v128.load(dh + j)
      const dn = f32x4.mul(f32x4.mul(d, rest(z)), tanhSlope(n))
      const dz = f32x4.mul(f32x4.mul(d, f32x4.sub(v128.load(before + j), n)), sigmoidSlope(z))
      const dr = f32x4.mul(f32x4.mul(dn, v128.load(candidate + j)), sigmoidSlope(r))
      v128.store(sums + j, dz)
      v128.store(sums + bytes + j, dr)
      v128.store(sums + 2 * bytes + j, f32x4.mul(dn, r))
      v128.store(candidate + j, dn)
      v128.store(dh + j, f32x4.mul(d, z))
    }
    sums += 3 * bytes
    before += bytes
    candidate += bytes
    dh += bytes
  }
}
