import type { ModelDefinition } from '../config.ts'
import { averageWeights } from './averaged-weights.ts'
import { loadTrainKernels } from './backprop/kernels.ts'
import type { WindowTotals } from './backprop/output-layer.ts'
import { TrainableNet } from './backprop/trainable-net.ts'
import { createTrainingWindow, type TrainingWindow } from './backprop/training-window.ts'
import type { NetworkOptions } from './network-options.ts'
import { learningRateAt } from './schedule.ts'
import { type SavedSource, WindowSource } from './windows/window-source.ts'

/** Part of a shard that is its own: its streams. */
export interface SavedShard {
  source: SavedSource
  states: Float32Array[]
}

/** Weights and moments: the same in all shards. */
export interface SavedWeights {
  weights: Float32Array
  first: Float32Array
  second: Float32Array
  /** Mean of the weights after each step, of options with `averaging`. */
  averaged?: Float32Array
}

/** One part of a training run: the whole net, some of the streams. */
export class Shard {
  readonly net: TrainableNet
  readonly #source: WindowSource
  readonly #window: TrainingWindow
  readonly #options: NetworkOptions
  readonly #averaged: Float32Array | undefined

  private constructor(
    net: TrainableNet,
    source: WindowSource,
    options: NetworkOptions,
    averaged: Float32Array | undefined,
  ) {
    this.net = net
    this.#source = source
    this.#options = options
    this.#averaged = averaged
    this.#window = createTrainingWindow(options.length, net.batch)
  }

  /** @param saved where a run to go on with stood */
  static async create(
    index: number,
    definition: ModelDefinition,
    ids: Uint8Array,
    options: NetworkOptions,
    saved?: SavedShard & SavedWeights,
  ): Promise<Shard> {
    const { batchSize, shards, length, sampling, seed } = options
    const batch = batchSize / shards
    const net = new TrainableNet(await loadTrainKernels(), definition, batch, length)
    const from = saved?.source ?? 1000 * seed + index
    const source = new WindowSource(definition.config, ids, batch, sampling, from)
    if (saved) {
      net.weights.set(saved.weights)
      net.moments[0].set(saved.first)
      net.moments[1].set(saved.second)
      net.states.forEach((state, i) => {
        state.set(saved.states[i])
      })
    }
    // The first shard's is enough: all have the same weights.
    const averages = options.averaging !== undefined && index === 0
    const averaged = averages ? (saved?.averaged ?? net.weights).slice() : undefined
    return new Shard(net, source, options, averaged)
  }

  /** Gradient of the next window, in `net.gradients`. */
  measure(): WindowTotals {
    this.#source.fill(this.#window)
    return this.net.backPropagate(this.#window)
  }

  /** One step of Adam, from the sum of all shards' gradients in `net.gradients` and what they counted together. */
  update(step: number, weight: number): void {
    // Windows in which nothing counts have nothing to teach, and no mean.
    if (weight === 0) return
    const { beta1, beta2, epsilon, clip, epochs, stepsPerEpoch, averaging } = this.#options
    const rate = learningRateAt(step, { ...this.#options, steps: epochs * stepsPerEpoch })
    const norm = Math.sqrt(this.net.gradientNormSquared()) / weight
    const scale = Math.min(1, clip / norm) / weight
    this.net.update({ rate, beta1, beta2, epsilon, step: step + 1, scale })
    if (this.#averaged && averaging) averageWeights(this.#averaged, this.net.weights, averaging, step + 1)
  }

  save(): SavedShard {
    return { source: this.#source.save(), states: this.net.states.map((state) => state.slice()) }
  }

  saveWeights(): SavedWeights {
    const [first, second] = this.net.moments
    return {
      weights: this.net.weights.slice(),
      first: first.slice(),
      second: second.slice(),
      ...(this.#averaged && { averaged: this.#averaged.slice() }),
    }
  }
}
