import { Net } from './layout'
import { exponential, logarithm } from './math'

const PROBABILITIES = 0
const LOG_PROBABILITIES = 1

@inline
function horizontalMax(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  )
}

@inline
function horizontalSum(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) +
    f32x4.extract_lane(v, 1) +
    (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  )
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
  const top = horizontalMax(highest)
  const shift = f32x4.splat(top)
  let sums = f32x4.splat(0)
  for (let j = 0; j < bytes; j += 16) {
    const power = exponential(f32x4.sub(v128.load(logits + j), shift))
    v128.store(out + j, power)
    sums = f32x4.add(sums, power)
  }
  const sum = horizontalSum(sums)
  if (net.form == PROBABILITIES) {
    for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.div(v128.load(out + j), f32x4.splat(sum)))
    return
  }
  const log = f32x4.splat(<f32>((<f64>top) + logarithm(<f64>sum)))
  for (let j = 0; j < bytes; j += 16) v128.store(out + j, f32x4.sub(v128.load(logits + j), log))
}
