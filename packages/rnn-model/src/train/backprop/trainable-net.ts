import { InvalidOptionError } from '@runnel/core'
import { cellOf } from '../../cells/cell-of.ts'
import type { ModelConfig, ModelDefinition } from '../../config.ts'
import { outputSize } from '../../net-sizes.ts'
import { tokenizerOf } from '../../tokenizer-of.ts'
import { Arena } from './arena.ts'
import type { TrainKernels } from './kernels.ts'
import { hAt, type Layer, type LayerSteps } from './layer.ts'
import { layerSteps } from './layer-steps.ts'
import { OutputLayer, type WindowTotals } from './output-layer.ts'
import { parameterPlaces, readParameters, writeParameters } from './parameters.ts'
import { Products } from './products.ts'
import type { TrainingWindow } from './training-window.ts'

/** Numbers of one step of Adam. */
export interface AdamStep {
  rate: number
  beta1: number
  beta2: number
  epsilon: number
  /** Steps taken, this one included. */
  step: number
  /** Factor of the gradients, before all else. */
  scale: number
}

/**
 * A net of one recurrent layer in training, in the memory of the kernels: weights, their gradients, Adam's
 * moments, the states of `batch` streams, and room for a window of `length` steps.
 */
export class TrainableNet {
  readonly config: ModelConfig
  readonly batch: number
  readonly length: number
  /** Numbers in the blocks of weights, gradients and moments. */
  readonly count: number
  readonly #kernels: TrainKernels
  readonly #arena: Arena
  readonly #layer: Layer
  readonly #steps: LayerSteps
  readonly #blocks: { weights: number; gradients: number; first: number; second: number }
  readonly #at: (name: string, block: 'weights' | 'gradients') => number
  readonly #output: OutputLayer

  /** @throws InvalidOptionError for what the kernels do not know: several layers, scalar input, odd sizes */
  constructor(kernels: TrainKernels, definition: ModelDefinition, batch: number, length: number) {
    const { config } = definition
    checkTrainable(config, batch)
    const [{ cell, units }] = config.layers
    const { gates } = cellOf(cell)
    const { places, count } = parameterPlaces(config)
    const width = gates.length * units
    const rows = length * batch
    const arena = new Arena(kernels)
    this.config = config
    this.batch = batch
    this.length = length
    this.count = count
    this.#kernels = kernels
    this.#arena = arena
    const columns = places['output.kernel'].stride
    const block = () => arena.floats(count)
    this.#blocks = { weights: block(), gradients: block(), first: block(), second: block() }
    this.#at = (name, of) => this.#blocks[of] + 4 * (places[name]?.offset ?? 0)
    this.#layer = {
      kernels,
      products: new Products(kernels, arena, batch, Math.max(width, columns)),
      arena,
      length,
      batch,
      units,
      width,
      ids: arena.reserve(2 * rows),
      table: arena.floats(tokenizerOf(config).vocabulary * width),
      kernelGradient: this.#at('layer0.kernel', 'gradients'),
      recurrent: this.#at('layer0.recurrent', 'weights'),
      recurrentGradient: this.#at('layer0.recurrent', 'gradients'),
      recurrentBias: this.#at('layer0.recurrentBias', 'weights'),
      recurrentBiasGradient: this.#at('layer0.recurrentBias', 'gradients'),
      h: arena.floats((length + 1) * batch * units),
      sums: arena.floats(rows * width),
      dh: arena.floats(batch * units),
    }
    this.#steps = layerSteps[cell](this.#layer)
    this.#output = new OutputLayer(this.#layer, {
      kernel: this.#at('output.kernel', 'weights'),
      bias: this.#at('output.bias', 'weights'),
      kernelGradient: this.#at('output.kernel', 'gradients'),
      biasGradient: this.#at('output.bias', 'gradients'),
      outputs: outputSize(config),
      columns,
    })
    this.write(definition)
  }

  /** Views of the blocks; void when another net is made on the same kernels. */
  get weights(): Float32Array {
    return this.#arena.view(this.#blocks.weights, this.count)
  }

  get gradients(): Float32Array {
    return this.#arena.view(this.#blocks.gradients, this.count)
  }

  /** Adam's two moments. */
  get moments(): [first: Float32Array, second: Float32Array] {
    return [
      this.#arena.view(this.#blocks.first, this.count),
      this.#arena.view(this.#blocks.second, this.count),
    ]
  }

  /** The states of the streams: h, and c where there is one, `[batch, units]` each. */
  get states(): Float32Array[] {
    const { batch, units } = this.#layer
    const places = [this.#layer.h, ...this.#steps.extraStates.map(({ before }) => before)]
    return places.map((at) => this.#arena.view(at, batch * units))
  }

  /** Bytes that all of this takes; what a window needs grows with its length. */
  get bytes(): number {
    return this.#arena.bytes
  }

  write(definition: ModelDefinition): void {
    writeParameters(definition, this.weights)
  }

  read(): ModelDefinition {
    return readParameters(this.config, this.weights)
  }

  /** Gradients as a net has its weights, for tests. */
  readGradients(): ModelDefinition {
    return readParameters(this.config, this.gradients)
  }

  /** Reads a window, from the states where the one before ended, and says how well it is foretold. */
  measure(window: TrainingWindow): WindowTotals {
    const totals = this.#forward(window)
    this.#carryStates()
    return totals
  }

  /**
   * `measure`, and fills `gradients` with those of the loss (the sum, not the mean). No gradient flows into the
   * window before: truncated back-propagation through time.
   */
  backPropagate(window: TrainingWindow): WindowTotals {
    const totals = this.#forward(window)
    const { dh, batch, units, length, width, kernelGradient } = this.#layer
    this.gradients.fill(0)
    this.#arena.view(dh, batch * units).fill(0)
    for (let t = length - 1; t >= 0; t--) {
      this.#output.backward(t)
      this.#steps.backward(t)
    }
    this.#steps.finish()
    this.#output.finish()
    // Every step reads exactly one symbol, so that the rows of W's gradient add up to that of b.
    const { vocabulary } = tokenizerOf(this.config)
    this.#kernels.sumRows(kernelGradient, vocabulary, width, this.#at('layer0.bias', 'gradients'))
    this.#carryStates()
    return totals
  }

  /** Squared length of the gradient. */
  gradientNormSquared(): number {
    return this.#kernels.sumOfSquares(this.#blocks.gradients, this.count)
  }

  /** One step of Adam, from `gradients`. */
  update({ rate, beta1, beta2, epsilon, step, scale }: AdamStep): void {
    const { weights, gradients, first, second } = this.#blocks
    const correction = 1 / Math.sqrt(1 - beta2 ** step)
    const corrected = rate / (1 - beta1 ** step)
    this.#kernels.adam(
      weights,
      gradients,
      first,
      second,
      this.count,
      scale,
      corrected,
      beta1,
      beta2,
      correction,
      epsilon,
    )
  }

  #forward(window: TrainingWindow): WindowTotals {
    this.#load(window)
    for (let t = 0; t < this.length; t++) {
      this.#steps.forward(t)
      this.#output.forward(t)
    }
    return this.#output.measure(window)
  }

  /** Puts a window into memory, starts afresh what should, and readies tables and panels. */
  #load(window: TrainingWindow): void {
    const { batch, units, width, table, sums, length, ids, recurrentBias } = this.#layer
    new Uint16Array(this.#kernels.memory.buffer, ids, length * batch).set(window.inputs)
    for (const state of this.states) {
      for (let i = 0; i < batch; i++) if (window.fresh[i]) state.fill(0, i * units, (i + 1) * units)
    }
    const { vocabulary } = tokenizerOf(this.config)
    const kernel = this.#arena.view(this.#at('layer0.kernel', 'weights'), vocabulary * width)
    const bias = this.#arena.view(this.#at('layer0.bias', 'weights'), width)
    const inputs = this.#arena.view(table, vocabulary * width)
    for (let i = 0, j = 0; i < inputs.length; i++, j = j + 1 === width ? 0 : j + 1)
      inputs[i] = kernel[i] + bias[j]
    const allSums = this.#arena.view(sums, length * batch * width)
    allSums.fill(0)
    if (cellOf(this.config.layers[0].cell).recurrentBias) {
      const row = this.#arena.view(recurrentBias, width)
      for (let from = 0; from < allSums.length; from += width) allSums.set(row, from)
    }
    this.#steps.prepare()
    this.#output.prepare(window)
  }

  /** The states after the window become those before the next. */
  #carryStates(): void {
    const { batch, units, h, length } = this.#layer
    const count = batch * units
    const moves = [{ before: h, after: hAt(this.#layer, length) }, ...this.#steps.extraStates]
    for (const { before, after } of moves) this.#arena.view(before, count).set(this.#arena.view(after, count))
  }
}

const checkTrainable = ({ layers, input }: ModelConfig, batch: number): void => {
  if (layers.length !== 1) throw new InvalidOptionError('layers', layers.length, 'one recurrent layer')
  if (input !== 'one-hot') throw new InvalidOptionError('input', input, 'one-hot')
  const [{ units }] = layers
  if (units % 8 !== 0) throw new InvalidOptionError('units', units, 'a multiple of 8')
  if (!(Number.isSafeInteger(batch) && batch > 0 && batch % 4 === 0)) {
    throw new InvalidOptionError('batch', batch, 'a multiple of 4 streams')
  }
}
