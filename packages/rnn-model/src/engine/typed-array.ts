import { logSoftmax, softmax } from '../activations.ts'
import { cellSteps } from '../cells/steps.ts'
import type { Engine, Net, NetDefinition, NetMemory, OutputForm, State } from './engine.ts'

/** Runs nets in plain JavaScript: sums in float64, weights and state in float32. Works everywhere. */
export const typedArrayEngine: Engine = {
  name: 'typed-array',
  prepare: (definition, { output = 'probabilities' } = {}) => new TypedArrayNet(definition, output),
}

const finish: Record<OutputForm, (values: Float32Array) => void> = {
  probabilities: softmax,
  'log-probabilities': logSoftmax,
  logits: () => {},
}

class TypedArrayNet implements Net {
  readonly stateLength: number
  #states = 0
  readonly #layers
  readonly #table: readonly Float32Array[]
  readonly #kernel: Float32Array
  readonly #bias: Float32Array
  readonly #finish: (values: Float32Array) => void
  readonly #sums: Float64Array

  constructor({ config, weights, cells, table }: NetDefinition, output: OutputForm) {
    const none = new Float32Array(0)
    const arrayOf = (name: string) => weights[name]?.values ?? none
    this.#layers = config.layers.map(({ cell, units }, layer) => ({
      cell: cells[layer],
      step: cellSteps[cell],
      kernel: arrayOf(`layer${layer}.kernel`),
      bias: arrayOf(`layer${layer}.bias`),
      recurrent: arrayOf(`layer${layer}.recurrent`),
      recurrentBias: arrayOf(`layer${layer}.recurrentBias`),
      input: new Float32Array(arrayOf(`layer${layer}.bias`).length),
      units,
    }))
    this.#table = table
    this.#kernel = arrayOf('output.kernel')
    this.#bias = arrayOf('output.bias')
    this.#finish = finish[output]
    const widest = Math.max(...this.#layers.map(({ bias }) => bias.length), this.#bias.length)
    this.#sums = new Float64Array(widest)
    this.stateLength = this.#layers.reduce((sum, { cell, units }) => sum + cell.stateVectors * units, 0)
  }

  get memory(): NetMemory {
    const stateBytes = 4 * this.stateLength
    const shared = this.#layers.reduce((sum, l) => sum + l.recurrent.length + l.kernel.length, 0)
    return { stateBytes, states: this.#states, bytes: 4 * shared + this.#states * stateBytes }
  }

  createState(): State {
    this.#states++
    const sizes = this.#layers.map(({ cell, units }) => [cell.stateVectors * units, units] as const)
    return new TypedArrayState(this, sizes, this.#bias.length, () => this.#states--)
  }

  saveState(state: State): Float32Array {
    return (state as TypedArrayState).values.slice()
  }

  restoreState(values: Float32Array, state: State): void {
    ;(state as TypedArrayState).values.set(values)
  }

  copyState(from: State, to: State): void {
    ;(to as TypedArrayState).values.set((from as TypedArrayState).values)
  }

  step(id: number, state: State): void {
    const { vectors, hidden, output } = state as TypedArrayState
    let x = this.#table[id]
    for (let l = 0; l < this.#layers.length; l++) {
      const layer = this.#layers[l]
      if (l > 0) {
        affine(hidden[l - 1], layer.kernel, layer.bias, this.#sums, layer.input)
        x = layer.input
      }
      layer.step(x, layer, vectors[l], this.#sums)
    }
    affine(hidden[hidden.length - 1], this.#kernel, this.#bias, this.#sums, output)
    this.#finish(output)
  }

  run(ids: ArrayLike<number>, state: State, out: Float32Array): void {
    for (let t = 0; t < ids.length; t++) {
      this.step(ids[t], state)
      out.set(state.output, t * this.#bias.length)
    }
  }

  stepMany(ids: ArrayLike<number>, states: readonly State[], out: Float32Array): void {
    for (let s = 0; s < states.length; s++) {
      this.step(ids[s], states[s])
      out.set(states[s].output, s * this.#bias.length)
    }
  }
}

class TypedArrayState implements State {
  net: TypedArrayNet | undefined
  readonly values: Float32Array
  /** The state vectors of each layer, and h alone, as views of `values`. */
  readonly vectors: Float32Array[] = []
  readonly hidden: Float32Array[] = []
  readonly output: Float32Array
  readonly #onFree: () => void

  constructor(
    net: TypedArrayNet,
    sizes: (readonly [length: number, units: number])[],
    outputs: number,
    onFree: () => void,
  ) {
    this.net = net
    this.values = new Float32Array(net.stateLength)
    let offset = 0
    for (const [length, units] of sizes) {
      const vector = this.values.subarray(offset, offset + length)
      this.vectors.push(vector)
      this.hidden.push(length === units ? vector : this.values.subarray(offset, offset + units))
      offset += length
    }
    this.output = new Float32Array(outputs)
    this.#onFree = onFree
  }

  free(): void {
    if (this.net) this.#onFree()
    this.net = undefined
  }
}

/** out ← x K + b, with `kernel` as `[x.length, bias.length]`. */
const affine = (
  x: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
  sums: Float64Array,
  out: Float32Array,
): void => {
  const width = bias.length
  for (let j = 0; j < width; j++) sums[j] = bias[j]
  for (let i = 0, row = 0; i < x.length; i++, row += width) {
    const xi = x[i]
    if (xi === 0) continue
    for (let j = 0; j < width; j++) sums[j] += xi * kernel[row + j]
  }
  for (let j = 0; j < width; j++) out[j] = sums[j]
}
