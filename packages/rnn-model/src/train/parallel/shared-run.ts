import type { WindowTotals } from '../backprop/output-layer.ts'

/** Numbers of a shard's totals: loss, right, weight, and whether training should end. */
const TOTALS = 4
/** Places in `control`. */
const [ARRIVED, ROUND, STOP] = [0, 1, 2]

/** Memory that the threads of a training run share. Gradients and totals twice, for even and odd steps. */
export interface SharedMemory {
  /** float32 `[2, shards, count]`. */
  gradients: SharedArrayBuffer
  /** float64 `[2, shards, 4]`. */
  totals: SharedArrayBuffer
  /** int32: threads that wait, rounds done, whether to stop. */
  control: SharedArrayBuffer
}

/** @param count numbers in a gradient */
export const createSharedMemory = (shards: number, count: number): SharedMemory => ({
  gradients: new SharedArrayBuffer(2 * shards * count * 4),
  totals: new SharedArrayBuffer(2 * shards * TOTALS * 8),
  control: new SharedArrayBuffer(12),
})

/** Asks all threads to end after the present step. */
export const requestStop = ({ control }: SharedMemory): void => {
  Atomics.store(new Int32Array(control), STOP, 1)
}

/** Totals of all shards in one step. */
export interface StepTotals extends WindowTotals {
  stop: boolean
}

/** Sizes of a shared run. */
export interface SharedRunSizes {
  shards: number
  /** Numbers in a gradient. */
  count: number
  threads: number
}

/** One thread's side of the memory. Every thread adds up the same numbers in the same order. */
export class SharedRun {
  readonly #gradients: Float32Array
  readonly #totals: Float64Array
  readonly #control: Int32Array
  readonly #shards: number
  readonly #count: number
  readonly #threads: number

  constructor(memory: SharedMemory, { shards, count, threads }: SharedRunSizes) {
    this.#gradients = new Float32Array(memory.gradients)
    this.#totals = new Float64Array(memory.totals)
    this.#control = new Int32Array(memory.control)
    this.#shards = shards
    this.#count = count
    this.#threads = threads
  }

  /** Hands in what a shard found. */
  put(step: number, shard: number, gradients: Float32Array, { loss, right, weight }: WindowTotals): void {
    const slot = (step % 2) * this.#shards + shard
    this.#gradients.set(gradients, slot * this.#count)
    // The first shard's thread decides for all, so that all end at the same step.
    const stop = Atomics.load(this.#control, STOP)
    this.#totals.set([loss, right, weight, stop], slot * TOTALS)
  }

  /** Sleeps until every thread has called it. */
  meet(): void {
    const round = Atomics.load(this.#control, ROUND)
    if (Atomics.add(this.#control, ARRIVED, 1) + 1 === this.#threads) {
      Atomics.store(this.#control, ARRIVED, 0)
      Atomics.add(this.#control, ROUND, 1)
      Atomics.notify(this.#control, ROUND)
    } else {
      while (Atomics.load(this.#control, ROUND) === round) Atomics.wait(this.#control, ROUND, round)
    }
  }

  /** Overwrites `gradients` with the sum over all shards; gives the sums of their totals. */
  take(step: number, gradients: Float32Array): StepTotals {
    const first = (step % 2) * this.#shards
    const sum = { loss: 0, right: 0, weight: 0, stop: this.#totals[first * TOTALS + 3] === 1 }
    for (let slot = first; slot < first + this.#shards; slot++) {
      const [loss, right, weight] = this.#totals.subarray(slot * TOTALS)
      sum.loss += loss
      sum.right += right
      sum.weight += weight
      const part = this.#gradients.subarray(slot * this.#count, (slot + 1) * this.#count)
      if (slot === first) gradients.set(part)
      else for (let i = 0; i < part.length; i++) gradients[i] += part[i]
    }
    return sum
  }
}
