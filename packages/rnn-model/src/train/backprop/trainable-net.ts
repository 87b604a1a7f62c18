import { cellOf } from '../../cells/cell-of.ts'
import type { ModelConfig, ModelDefinition } from '../../config.ts'
import { outputSize } from '../../net-sizes.ts'
import { tokenizerOf } from '../../tokenizer-of.ts'
import { Arena } from './arena.ts'
import { checkTrainable } from './check-trainable.ts'
import type { TrainKernels } from './kernels.ts'
import { hAt, type Layer, type LayerSteps } from './layer.ts'
import { layerSteps } from './layer-steps.ts'
import { loadWindow } from './load-window.ts'
import { type NetBlocks, reserveBlocks } from './net-blocks.ts'
import { OutputLayer, type WindowTotals } from './output-layer.ts'
import { readParameters, writeParameters } from './parameters.ts'
import { reserveLayer } from './reserve-layer.ts'
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
  readonly #blocks: NetBlocks
  readonly #layer: Layer
  readonly #steps: LayerSteps
  readonly #output: OutputLayer

  /** @throws InvalidOptionError for what the kernels do not know: several layers, scalar input, odd sizes */
  constructor(kernels: TrainKernels, definition: ModelDefinition, batch: number, length: number) {
    const { config } = definition
    checkTrainable(config, batch)
    const arena = new Arena(kernels)
    const blocks = reserveBlocks(arena, config)
    this.config = config
    this.batch = batch
    this.length = length
    this.count = blocks.count
    this.#kernels = kernels
    this.#arena = arena
    this.#blocks = blocks
    this.#layer = reserveLayer({ kernels, arena, blocks }, config, { length, batch })
    this.#steps = layerSteps[config.layers[0].cell](this.#layer)
    this.#output = new OutputLayer(this.#layer, {
      kernel: blocks.at('output.kernel', 'weights'),
      bias: blocks.at('output.bias', 'weights'),
      kernelGradient: blocks.at('output.kernel', 'gradients'),
      biasGradient: blocks.at('output.bias', 'gradients'),
      outputs: outputSize(config),
      columns: blocks.places['output.kernel'].stride,
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
    const { first, second } = this.#blocks
    return [this.#arena.view(first, this.count), this.#arena.view(second, this.count)]
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
    const biasGradient = this.#blocks.at('layer0.bias', 'gradients')
    this.#kernels.sumRows(kernelGradient, vocabulary, width, biasGradient)
    this.#carryStates()
    return totals
  }

  /** Squared length of the gradient. */
  gradientNormSquared(): number {
    return this.#kernels.sumOfSquares(this.#blocks.gradients, this.count)
  }

  /** Takes one step of Adam, from `gradients`. */
  update({ rate, beta1, beta2, epsilon, step, scale }: AdamStep): void {
    const { weights, gradients, first, second, count } = this.#blocks
    const corrected = rate / (1 - beta1 ** step)
    const correction = 1 / Math.sqrt(1 - beta2 ** step)
    const blocks = [weights, gradients, first, second] as const
    this.#kernels.adam(...blocks, count, scale, corrected, beta1, beta2, correction, epsilon)
  }

  #forward(window: TrainingWindow): WindowTotals {
    loadWindow(this.#layer, this.states, this.#inputWeights(), window)
    this.#steps.prepare()
    this.#output.prepare(window)
    for (let t = 0; t < this.length; t++) {
      this.#steps.forward(t)
      this.#output.forward(t)
    }
    return this.#output.measure(window)
  }

  #inputWeights() {
    const { width, recurrentBias } = this.#layer
    const view = (name: string, count: number) => this.#arena.view(this.#blocks.at(name, 'weights'), count)
    return {
      kernel: view('layer0.kernel', tokenizerOf(this.config).vocabulary * width),
      bias: view('layer0.bias', width),
      ...(cellOf(this.config.layers[0].cell).recurrentBias && {
        recurrentBias: this.#arena.view(recurrentBias, width),
      }),
    }
  }

  /** The states after the window become those before the next. */
  #carryStates(): void {
    const { batch, units, h, length } = this.#layer
    const count = batch * units
    const moves = [{ before: h, after: hAt(this.#layer, length) }, ...this.#steps.extraStates]
    for (const { before, after } of moves) this.#arena.view(before, count).set(this.#arena.view(after, count))
  }
}
