import { sigmoid, tanh } from './math'
import { inputOf, rest, sigmoidSlope, sum, tanhSlope } from './slopes'

/** z and r in `sums`; reset ← r ∘ h. */
export function resetBeforeForward(
  ids: usize,
  table: usize,
  before: usize,
  sums: usize,
  reset: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++) {
    const x = inputOf(table, ids, i, 3 * bytes)
    for (let j = 0; j < bytes; j += 16) {
      const r = sigmoid(sum(x + bytes + j, sums + bytes + j))
      v128.store(sums + j, sigmoid(sum(x + j, sums + j)))
      v128.store(sums + bytes + j, r)
      v128.store(reset + j, f32x4.mul(r, v128.load(before + j)))
    }
    sums += 3 * bytes
    before += bytes
    reset += bytes
  }
}

/** The rest of the step, once the product of `reset` is in the last third of `sums`: n there, and h. */
export function resetBeforeFinish(
  ids: usize,
  table: usize,
  before: usize,
  sums: usize,
  h: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++) {
    const x = inputOf(table, ids, i, 3 * bytes) + 2 * bytes
    for (let j = 0; j < bytes; j += 16) {
      const n = tanh(sum(x + j, sums + 2 * bytes + j))
      v128.store(sums + 2 * bytes + j, n)
      v128.store(h + j, f32x4.add(n, f32x4.mul(v128.load(sums + j), f32x4.sub(v128.load(before + j), n))))
    }
    sums += 3 * bytes
    before += bytes
    h += bytes
  }
}

/** Gradients of z and n in `sums`; dh ← dh z. */
export function resetBeforeBackward(dh: usize, before: usize, sums: usize, batch: i32, units: i32): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < bytes; j += 16) {
      const z = v128.load(sums + j)
      const n = v128.load(sums + 2 * bytes + j)
      const d = v128.load(dh + j)
      v128.store(sums + 2 * bytes + j, f32x4.mul(f32x4.mul(d, rest(z)), tanhSlope(n)))
      v128.store(sums + j, f32x4.mul(f32x4.mul(d, f32x4.sub(v128.load(before + j), n)), sigmoidSlope(z)))
      v128.store(dh + j, f32x4.mul(d, z))
    }
    sums += 3 * bytes
    before += bytes
    dh += bytes
  }
}

/** Gradient of r in `sums` from that of r ∘ h; dh += r ∘ dReset. */
export function resetBeforeBackwardReset(
  dh: usize,
  dReset: usize,
  before: usize,
  sums: usize,
  batch: i32,
  units: i32,
): void {
  const bytes = units << 2
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < bytes; j += 16) {
      const r = v128.load(sums + bytes + j)
      const d = v128.load(dReset + j)
      v128.store(sums + bytes + j, f32x4.mul(f32x4.mul(d, v128.load(before + j)), sigmoidSlope(r)))
      v128.store(dh + j, f32x4.add(v128.load(dh + j), f32x4.mul(d, r)))
    }
    sums += 3 * bytes
    before += bytes
    dReset += bytes
    dh += bytes
  }
}
