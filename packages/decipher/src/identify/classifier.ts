/** A net of one hidden layer. */
export interface Classifier {
  /** Weights of the hidden units, `[hidden, features]`, and what is added to each, `[hidden]`. */
  readonly hidden: Float64Array
  readonly hiddenBias: Float64Array
  /** Weights of the kinds, `[kinds, hidden]`, and what is added to each, `[kinds]`. */
  readonly output: Float64Array
  readonly outputBias: Float64Array
}

/**
 * Probabilities of the kinds that are allowed; the others have 0. Sums and products alone, in one order, so that every
 * runtime has the same bits.
 *
 * @returns one for each kind; all 0 where none is allowed
 */
export const classify = (
  { hidden, hiddenBias, output, outputBias }: Classifier,
  features: Float64Array,
  allowed: readonly boolean[],
): Float64Array => {
  const active = layer(hidden, hiddenBias, features)
  for (let unit = 0; unit < active.length; unit++) active[unit] = Math.max(0, active[unit])
  const steps = layer(output, outputBias, active).map((logit) => Math.round(STEPS_OF_A_NAT * logit))
  let most = Number.NEGATIVE_INFINITY
  for (let kind = 0; kind < steps.length; kind++) if (allowed[kind]) most = Math.max(most, steps[kind])
  const weights = steps.map((step, kind) => (allowed[kind] ? powerOfTwo(most - step) : 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total === 0 ? 0 : weight / total))
}

/** One layer before what it is bent by: `weights` of `[units, inputs]`. */
const layer = (weights: Float64Array, bias: Float64Array, inputs: Float64Array): Float64Array => {
  const sums = bias.slice()
  for (let unit = 0; unit < sums.length; unit++) {
    let sum = sums[unit]
    for (let input = 0; input < inputs.length; input++)
      sum += weights[unit * inputs.length + input] * inputs[input]
    sums[unit] = sum
  }
  return sums
}

/** Logits are rounded to 64 steps of a bit: so many steps are a nat. */
const STEPS_OF_A_NAT = 64 * Math.LOG2E
/** The 64th root of a half. */
const ROOT = 0.9892280131939755

/** A half to the power of some steps of a 64th. @param steps a whole number, 0 or more */
const powerOfTwo = (steps: number): number => {
  let power = 1
  for (let rest = steps % 64; rest > 0; rest--) power *= ROOT
  for (let whole = Math.min(1100, Math.floor(steps / 64)); whole > 0; whole--) power /= 2
  return power
}
