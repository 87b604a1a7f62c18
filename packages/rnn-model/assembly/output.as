import { Net } from './layout'
import { exponential, logarithm } from './math'

const PROBABILITIES = 0
const LOG_PROBABILITIES = 1

/** The lanes of one half beside those of the other, and neighbours beside one another. */
@inline
function halves(v: v128): v128 {
  return i32x4.shuffle(v, v, 2, 3, 0, 1)
}

@inline
function neighbours(v: v128): v128 {
  return i32x4.shuffle(v, v, 1, 0, 3, 2)
}

/** Writes what the net gives for `logits`; up to 12 bytes behind `out[outputs]` are overwritten too. */
export function finish(net: Net, logits: usize, out: usize): void {
  const bytes = net.outputs << 2
  if (net.form > LOG_PROBABILITIES) {
    for (let j = 0; j < bytes; j += 16) v128.store(out + j, v128.load(logits + j))
    return
  }
  let highest = v128.load(logits)
  for (let j = 16; j < bytes; j += 16) highest = f32x4.pmax(highest, v128.load(logits + j))
  highest = f32x4.pmax(highest, halves(highest))
  highest = f32x4.pmax(highest, neighbours(highest))
  let sums = f32x4.splat(0)
  for (let j = 0; j < bytes; j += 16) {
    const power = exponential(f32x4.sub(v128.load(logits + j), highest))
    v128.store(out + j, power)
    sums = f32x4.add(sums, power)
  }
  sums = f32x4.add(sums, neighbours(sums))
  sums = f32x4.add(sums, halves(sums))
  if (net.form == PROBABILITIES) {
    for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.div(v128.load(out + j), sums))
    return
  }
  const top = <f64>f32x4.extract_lane(highest, 0)
  const log = f32x4.splat(<f32>(top + logarithm(<f64>f32x4.extract_lane(sums, 0))))
  for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.sub(v128.load(logits + j), log))
}
