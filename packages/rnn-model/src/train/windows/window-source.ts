import { createRandom, type Random, type RandomState } from '@runnel/core'
import type { ModelConfig } from '../../config.ts'
import { tokenizerOf } from '../../tokenizer-of.ts'
import type { TrainingWindow } from '../backprop/training-window.ts'
import { cipherPairs } from './cipher-pairs.ts'
import { languagePairs } from './language-pairs.ts'
import { startNoise } from './noise.ts'
import type { PairMaker, SampledStream } from './pair-maker.ts'
import { importance, type Sampling } from './sampling.ts'
import { symbolClasses, TextReader } from './text-reader.ts'

/** State of a source, for a checkpoint. */
export interface SavedSource {
  random: RandomState
  streams: SampledStream[]
}

/** Cuts endless windows for `batch` streams from a text. The same seed gives the same windows. */
export class WindowSource {
  readonly #reader: TextReader
  readonly #pairs: PairMaker
  readonly #sampling: Sampling
  readonly #random: Random
  readonly #streams: SampledStream[]

  /**
   * @param ids the text, from the net's tokenizer
   * @param from a seed, or where another source stood
   */
  constructor(
    config: ModelConfig,
    ids: Uint8Array,
    batch: number,
    sampling: Sampling,
    from: number | SavedSource,
  ) {
    const classes = symbolClasses(tokenizerOf(config))
    this.#reader = new TextReader(ids, classes)
    this.#sampling = sampling
    this.#pairs =
      config.task.kind === 'language'
        ? languagePairs(this.#reader, classes)
        : cipherPairs(this.#reader, classes, config.task, sampling)
    if (typeof from === 'number') {
      this.#random = createRandom(from)
      this.#streams = Array.from({ length: batch }, () => this.#freshStream())
    } else {
      this.#random = createRandom(from.random)
      this.#streams = from.streams.map((stream) => ({ ...stream }))
    }
  }

  /** Overwrites a window with the next one. */
  fill(window: TrainingWindow): void {
    const batch = this.#streams.length
    const length = window.inputs.length / batch
    for (let i = 0; i < batch; i++) {
      const fresh = this.#streams[i].age === 0 || this.#random.next() < this.#sampling.fresh
      window.fresh[i] = fresh || !this.#sampling.carry ? 1 : 0
      if (fresh) this.#streams[i] = this.#freshStream()
      const stream = this.#streams[i]
      for (let t = 0, at = i; t < length; t++, at += batch) {
        const { input, target, counts } = this.#pairs.next(stream, this.#random)
        window.inputs[at] = input
        window.targets[at] = target
        window.weights[at] = counts ? importance(this.#sampling, stream.age++) : 0
      }
    }
  }

  save(): SavedSource {
    return { random: this.#random.save(), streams: this.#streams.map((stream) => ({ ...stream })) }
  }

  #freshStream(): SampledStream {
    return {
      position: this.#reader.start(this.#random),
      spaceless: this.#random.next() < this.#sampling.spaceless ? 1 : 0,
      age: 0,
      memory: this.#pairs.start(this.#random),
      noise: startNoise(this.#sampling.noise, this.#random),
    }
  }
}
