import type { GatedStep } from '../gated-step.ts'

/** Means over units of a GRU's state, or over many such means. */
export interface GateMeans {
  /** Of the update gate: 1 keeps the state, 0 replaces it. */
  z: number
  /** Of the reset gate: 0 leaves the state out of the candidate. */
  r: number
  /** Share of units with an update gate above 0.9. */
  kept: number
  /** ‖h_t − h_{t−1}‖ / ‖h_{t−1}‖. */
  moved: number
}

/** A gate this near to 1 keeps its unit of the state as it is. */
const KEEPS = 0.9

/** Means of one step. */
export const gateMeans = ({ gates: { z, r }, before, after }: GatedStep): GateMeans => ({
  z: mean(z),
  r: mean(r),
  kept: mean(z.map((value) => (value > KEEPS ? 1 : 0))),
  moved: Math.hypot(...after.map((h, i) => h - before[i])) / Math.max(Math.hypot(...before), 1e-9),
})

/** Adds up records of numbers, and gives their means. */
export class Averages<Name extends string> {
  readonly #sums: Record<Name, number>
  #count = 0

  constructor(names: readonly Name[]) {
    this.#sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  }

  add(values: Readonly<Record<Name, number>>): void {
    this.#count++
    for (const name of Object.keys(this.#sums) as Name[]) this.#sums[name] += values[name]
  }

  mean(): Record<Name, number> {
    const means = { ...this.#sums }
    for (const name of Object.keys(means) as Name[]) means[name] /= this.#count
    return means
  }
}

/** Mean of numbers. */
export const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
