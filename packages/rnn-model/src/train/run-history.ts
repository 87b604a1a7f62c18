import type { WindowTotals } from './backprop/output-layer.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { EpochResult } from './progress.ts'
import type { Validated } from './validation.ts'

const nothing: WindowTotals = Object.freeze({ loss: 0, right: 0, weight: 0 })

/** Outcomes of the epochs of a run so far, and totals of the one that has begun. */
export class RunHistory {
  readonly epochs: EpochResult[]
  /** Weights of the epoch with the lowest validation loss. */
  best: Float32Array | undefined
  readonly #stepsPerEpoch: number
  readonly #sum: WindowTotals
  /** Of epochs whose weights have not been validated yet. */
  readonly #means: { loss: number; accuracy: number }[] = []

  constructor(stepsPerEpoch: number, checkpoint?: Checkpoint) {
    this.epochs = [...(checkpoint?.history ?? [])]
    this.best = checkpoint?.best
    this.#stepsPerEpoch = stepsPerEpoch
    this.#sum = { ...(checkpoint?.sum ?? nothing) }
  }

  /** Adds a step. */
  add({ step, loss, right, weight }: WindowTotals & { step: number }): void {
    const sum = this.#sum
    sum.loss += loss
    sum.right += right
    sum.weight += weight
    if (step % this.#stepsPerEpoch !== 0) return
    this.#means.push({ loss: sum.loss / sum.weight, accuracy: sum.right / sum.weight })
    Object.assign(sum, nothing)
  }

  /** Ends an epoch, with the weights that it ended with and what they are worth. */
  endEpoch(step: number, weights: Float32Array, { loss, accuracy }: Validated): void {
    const lowest = Math.min(...this.epochs.map(({ validationLoss }) => validationLoss))
    if (!this.best || loss < lowest) this.best = weights
    const [mean] = this.#means.splice(0, 1)
    const epoch = step / this.#stepsPerEpoch
    this.epochs.push({ epoch, ...mean, validationLoss: loss, validationAccuracy: accuracy })
  }

  /** Totals for a checkpoint after a step: nothing at the end of an epoch, though the next may have begun meanwhile. */
  totalsAt(step: number): WindowTotals {
    return step % this.#stepsPerEpoch === 0 ? nothing : { ...this.#sum }
  }
}
