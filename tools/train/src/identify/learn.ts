import { createRandom, type Random } from '@runnel/core'
import { type Classifier, classify, FEATURES, KINDS } from '@runnel/decipher/identify'
import type { Example } from './examples.ts'

/** Numbers that decide what is learned. */
export interface LearnOptions {
  readonly hidden: number
  readonly epochs: number
  readonly batchSize: number
  /** Of Adam; it falls to nothing along a cosine. */
  readonly learningRate: number
  /** Share of each weight that a step at full rate takes off. */
  readonly decay: number
  readonly seed: number
}

/** Adam's usual numbers. Source: Kingma and Ba, Adam (2015), algorithm 1. */
const ADAM = { first: 0.9, second: 0.999, tiny: 1e-8 } as const

/** Learns a net of one hidden layer from examples, by cross entropy over the kinds that each may be. */
export const learn = (
  examples: readonly Example[],
  options: LearnOptions,
  tell: (epoch: number, classifier: Classifier) => void = () => {},
): Classifier => {
  const random = createRandom(options.seed)
  const classifier = begin(options.hidden, random)
  const parts = Object.values(classifier) as Float64Array[]
  const moments = parts.map((part) => ({
    first: new Float64Array(part.length),
    second: new Float64Array(part.length),
  }))
  const steps = Math.floor(examples.length / options.batchSize)
  let step = 0
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const order = Uint32Array.from(examples, (_, i) => i)
    for (let i = order.length - 1; i > 0; i--) {
      const j = random.integer(i + 1)
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (let batch = 0; batch < steps; batch++) {
      const slopes = parts.map((part) => new Float64Array(part.length))
      for (let i = 0; i < options.batchSize; i++)
        addSlopes(examples[order[batch * options.batchSize + i]], classifier, slopes)
      step++
      const rate = options.learningRate * 0.5 * (1 + Math.cos((Math.PI * step) / (steps * options.epochs)))
      parts.forEach((part, p) => {
        adam(part, slopes[p], { ...moments[p], step, rate, batchSize: options.batchSize })
        if (p % 2 === 0) for (let i = 0; i < part.length; i++) part[i] *= 1 - options.decay * rate
      })
    }
    tell(epoch, classifier)
  }
  return classifier
}

/** Source of the ranges: Glorot and Bengio (2010). */
const begin = (hidden: number, random: Random): Classifier => {
  const drawn = (outputs: number, inputs: number): Float64Array =>
    new Float64Array(outputs * inputs).map(() => random.normal() * Math.sqrt(2 / (inputs + outputs)))
  return {
    hidden: drawn(hidden, FEATURES),
    hiddenBias: new Float64Array(hidden),
    output: drawn(KINDS.length, hidden),
    outputBias: new Float64Array(KINDS.length),
  }
}

/** Adds the slopes of one example's loss. Mutates `slopes`, in the order of the parts. */
const addSlopes = (
  { features, allowed, kind }: Example,
  { hidden, hiddenBias, output, outputBias }: Classifier,
  [ofHidden, ofHiddenBias, ofOutput, ofOutputBias]: Float64Array[],
): void => {
  const units = hiddenBias.length
  const active = new Float64Array(units)
  for (let unit = 0; unit < units; unit++) {
    let sum = hiddenBias[unit]
    for (let i = 0; i < features.length; i++) sum += hidden[unit * features.length + i] * features[i]
    active[unit] = Math.max(0, sum)
  }
  const logits = outputBias.map((bias, k) => {
    let sum = bias
    for (let unit = 0; unit < units; unit++) sum += output[k * units + unit] * active[unit]
    return allowed[k] ? sum : Number.NEGATIVE_INFINITY
  })
  const most = logits.reduce((a, b) => Math.max(a, b))
  const weights = logits.map((logit) => Math.exp(logit - most))
  const total = weights.reduce((a, b) => a + b)
  const back = new Float64Array(units)
  for (let k = 0; k < logits.length; k++) {
    const slope = weights[k] / total - (k === kind ? 1 : 0)
    if (slope === 0) continue
    ofOutputBias[k] += slope
    for (let unit = 0; unit < units; unit++) {
      ofOutput[k * units + unit] += slope * active[unit]
      back[unit] += slope * output[k * units + unit]
    }
  }
  for (let unit = 0; unit < units; unit++) {
    if (active[unit] === 0) continue
    ofHiddenBias[unit] += back[unit]
    for (let i = 0; i < features.length; i++) ofHidden[unit * features.length + i] += back[unit] * features[i]
  }
}

interface AdamState {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly step: number
  readonly rate: number
  readonly batchSize: number
}

/** One step of Adam. Mutates `part` and the moments. */
const adam = (
  part: Float64Array,
  slopes: Float64Array,
  { first, second, step, rate, batchSize }: AdamState,
): void => {
  const [debias1, debias2] = [1 - ADAM.first ** step, 1 - ADAM.second ** step]
  for (let i = 0; i < part.length; i++) {
    const slope = slopes[i] / batchSize
    first[i] += (1 - ADAM.first) * (slope - first[i])
    second[i] += (1 - ADAM.second) * (slope * slope - second[i])
    part[i] -= (rate * (first[i] / debias1)) / (Math.sqrt(second[i] / debias2) + ADAM.tiny)
  }
}

/** Share of examples whose kind is the likeliest, and whose kind is among the three likeliest. */
export const shareRight = (
  examples: readonly Example[],
  classifier: Classifier,
): { first: number; three: number } => {
  let [first, three] = [0, 0]
  for (const { features, allowed, kind } of examples) {
    const probabilities = classify(classifier, features, allowed)
    const likelier = probabilities.filter((one) => one > probabilities[kind]).length
    if (likelier === 0) first++
    if (likelier < 3) three++
  }
  return { first: first / examples.length, three: three / examples.length }
}
