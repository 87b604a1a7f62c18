import { exponential, horizontalMax, horizontalSum, logarithm } from './math'

/**
 * Cross-entropy of softmax over `outputs` of each row of `logits`, `[rows, columns]`, which become its gradient.
 * Columns behind `outputs` must hold a number so low that it counts for nothing.
 *
 * @param targets uint16, `[rows]`
 * @param weights float32, `[rows]`: how much a row counts
 * @param totals float64, 2: weighted nats, and weight of the rows whose target is the most probable; added to
 */
export function crossEntropy(
  logits: usize,
  targets: usize,
  weights: usize,
  rows: i32,
  outputs: i32,
  columns: i32,
  totals: usize,
): void {
  const bytes = columns << 2
  let nats: f64 = 0
  let right: f64 = 0
  for (let row = 0; row < rows; row++, logits += bytes, targets += 2, weights += 4) {
    const weight = load<f32>(weights)
    if (weight == 0) {
      memory.fill(logits, 0, bytes)
      continue
    }
    let highest = v128.load(logits)
    for (let j = 16; j < bytes; j += 16) highest = f32x4.max(highest, v128.load(logits + j))
    const top = horizontalMax(highest)
    const target = logits + ((<i32>load<u16>(targets)) << 2)
    const logit = load<f32>(target)
    let sums = f32x4.splat(0)
    for (let j = 0; j < bytes; j += 16) {
      const power = exponential(f32x4.sub(v128.load(logits + j), f32x4.splat(top)))
      v128.store(logits + j, power)
      sums = f32x4.add(sums, power)
    }
    const sum = horizontalSum(sums)
    nats += <f64>weight * (<f64>(top - logit) + logarithm(<f64>sum))
    if (logit == top) right += <f64>weight
    const scale = f32x4.splat(weight / sum)
    for (let j = 0; j < bytes; j += 16) v128.store(logits + j, f32x4.mul(v128.load(logits + j), scale))
    store<f32>(target, load<f32>(target) - weight)
    for (let j = outputs << 2; j < bytes; j += 4) store<f32>(logits + j, 0)
  }
  store<f64>(totals, load<f64>(totals) + nats)
  store<f64>(totals + 8, load<f64>(totals + 8) + right)
}
