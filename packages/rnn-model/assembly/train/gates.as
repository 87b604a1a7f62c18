import { sigmoid, tanh } from './math'

/*
 * The gates of one time step for `batch` streams, forward and backward; equations in src/cells. `sums` holds the
 * recurrent products and takes the values of the gates; backward these become the gradients of the products.
 * A stream's input is row `ids[stream]` of `table`, `[vocabulary, gates * units]`. `units` is a multiple of 4.
 */

const ONE = memory.data<f32>([1])

@inline
function one(): v128 {
  return v128.load32_splat(ONE)
}

/** 1 − x, and x (1 − x), the slope of the logistic function where it is x. */
@inline
function rest(x: v128): v128 {
  return f32x4.sub(one(), x)
}

@inline
function sigmoidSlope(x: v128): v128 {
  return f32x4.mul(x, rest(x))
}

/** 1 − x², the slope of tanh where it is x. */
@inline
function tanhSlope(x: v128): v128 {
  return f32x4.sub(one(), f32x4.mul(x, x))
}

@inline
function sum(a: usize, b: usize): v128 {
  return f32x4.add(v128.load(a), v128.load(b))
}

@inline
function inputOf(table: usize, ids: usize, stream: i32, bytes: i32): usize {
  return table + <i32>load<u16>(ids + (stream << 1)) * bytes
}

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
