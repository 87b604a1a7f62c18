import { InvalidOptionError } from '@runnel/core'
import { type ModelDefinition, tokenizerOf } from '@runnel/rnn-model'

/** A net of one layer, taken apart for a look inside. Everything here is float64 and slow. */
export interface OpenNet {
  cell: string
  units: number
  /** W x + b for each symbol x, `[vocabulary][gates · units]`. */
  table: readonly Float64Array[]
  /** U, `[units, gates · units]`, and its own bias. */
  recurrent: Float32Array
  recurrentBias: Float32Array
}

/** One time step, with everything that was computed on the way. */
export interface GatedStep {
  /** h before and after; for an LSTM with c behind it. */
  before: Float64Array
  after: Float64Array
  /** Values of the gates by name, `[units]` each: `h`; `z`, `r`, `n`; or `i`, `f`, `g`, `o`. */
  gates: Readonly<Record<string, Float64Array>>
  /** GRU: what the reset gate is multiplied with, h Un + cn. */
  inner: Float64Array
}

/**
 * Opens a net with one recurrent layer.
 *
 * @throws InvalidOptionError for a cell that cannot be opened
 */
export const openNet = ({ config, weights }: ModelDefinition): OpenNet => {
  const [{ cell, units }] = config.layers
  if (!Object.hasOwn(steps, cell)) {
    throw new InvalidOptionError('cell', cell, `one of ${Object.keys(steps).join(', ')}`)
  }
  const kernel = weights['layer0.kernel'].values
  const bias = weights['layer0.bias'].values
  const width = bias.length
  return {
    cell,
    units,
    table: Array.from({ length: tokenizerOf(config).vocabulary }, (_, id) =>
      Float64Array.from(bias, (b, j) => b + kernel[id * width + j]),
    ),
    recurrent: weights['layer0.recurrent'].values,
    recurrentBias: weights['layer0.recurrentBias']?.values ?? new Float32Array(width),
  }
}

/** State at the start of a stream. */
export const zeroState = ({ cell, units }: OpenNet): Float64Array =>
  new Float64Array(cell === 'lstm' ? 2 * units : units)

/** One time step of one kind of cell. `product` is h U + c, `[gates · units]`. */
type StepOf = (net: OpenNet, input: Float64Array, product: Float64Array, before: Float64Array) => GatedStep

/**
 * One time step from `before`. Equations: Elman (1990); the GRU that resets after the product, as Keras has it; the
 * LSTM with a forget gate, Gers et al. (2000). In all, σ(x) = 1 / (1 + e^−x), and z near 1 keeps the state.
 */
export const gatedStep = (net: OpenNet, id: number, before: Float64Array): GatedStep =>
  steps[net.cell](net, net.table[id], recurrentProduct(net, before), before)

const steps: Readonly<Record<string, StepOf>> = {
  'simple-rnn': ({ units }, input, product, before) => {
    const h = gate(0, Math.tanh, units, input, product)
    return { before, after: h, gates: { h }, inner: product }
  },
  gru: ({ units }, input, product, before) => {
    const [z, r] = [0, 1].map((index) => gate(index, sigmoid, units, input, product))
    const inner = product.subarray(2 * units)
    const n = r.map((value, j) => Math.tanh(input[2 * units + j] + value * inner[j]))
    const after = n.map((value, j) => value + z[j] * (before[j] - value))
    return { before, after, gates: { z, r, n }, inner }
  },
  lstm: ({ units }, input, product, before) => {
    const [i, f, g, o] = [sigmoid, sigmoid, Math.tanh, sigmoid].map((activation, index) =>
      gate(index, activation, units, input, product),
    )
    const after = new Float64Array(2 * units)
    for (let j = 0; j < units; j++) {
      after[units + j] = f[j] * before[units + j] + i[j] * g[j]
      after[j] = o[j] * Math.tanh(after[units + j])
    }
    return { before, after, gates: { i, f, g, o }, inner: product }
  },
}

/** Value of one gate, `[units]`. */
const gate = (
  index: number,
  activation: (x: number) => number,
  units: number,
  input: Float64Array,
  product: Float64Array,
): Float64Array => {
  const values = new Float64Array(units)
  for (let j = 0, at = index * units; j < units; j++, at++) values[j] = activation(input[at] + product[at])
  return values
}

/** h U + c, `[gates · units]`. */
const recurrentProduct = (
  { units, recurrent, recurrentBias }: OpenNet,
  state: Float64Array,
): Float64Array => {
  const sums = Float64Array.from(recurrentBias)
  const width = sums.length
  const [first, second, third] = [width, 2 * width, 3 * width]
  // Four rows at a time, so that each sum is loaded and stored a quarter as often.
  let i = 0
  for (; i + 4 <= units; i += 4) {
    const [a, b, c, d] = state.subarray(i, i + 4)
    for (let j = 0, at = i * width; j < width; j++, at++) {
      sums[j] +=
        a * recurrent[at] + b * recurrent[at + first] + c * recurrent[at + second] + d * recurrent[at + third]
    }
  }
  for (; i < units; i++) {
    for (let j = 0; j < width; j++) sums[j] += state[i] * recurrent[i * width + j]
  }
  return sums
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
