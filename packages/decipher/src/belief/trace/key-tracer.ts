import type { CipherSymbol } from '../../keys/symbol.ts'
import type { KeyTrace } from '../../session/symbol-trace.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { rowAt } from '../hypothesis/trail.ts'

/** Hypotheses, and the heaviest of them. */
interface Live {
  readonly hypotheses: readonly Hypothesis[]
  readonly best: Hypothesis
}

/** Takes down what a search does with its latest symbol. It only looks: nothing of the search depends on it. */
export class KeyTracer {
  readonly #plan: SearchPlan
  /** The symbol that was taken down. */
  #position = -1
  /** Probability of the symbol under each hypothesis; its weight, as long as the symbol is being weighed. */
  readonly #likely = new Map<Hypothesis, number>()
  readonly #expected: Float32Array

  constructor(plan: SearchPlan) {
    this.#plan = plan
    this.#expected = new Float32Array(plan.model.outputs)
  }

  /** Takes down the weights before a symbol, and what the best hypothesis expects: its row of `table`. */
  before({ position }: CipherSymbol, { hypotheses, best }: Live, table: Float32Array): void {
    this.#position = position
    this.#likely.clear()
    for (const hypothesis of hypotheses) this.#likely.set(hypothesis, hypothesis.weight)
    for (let id = 0; id < this.#expected.length; id++) this.#expected[id] = table[best.at + id]
  }

  /** Takes down what weighing the symbol has made of them. */
  after(hypotheses: readonly Hypothesis[]): void {
    for (const hypothesis of hypotheses) {
      this.#likely.set(hypothesis, hypothesis.weight / (this.#likely.get(hypothesis) as number))
    }
  }

  /** The trace of a symbol, told of the hypotheses that are left. */
  of(symbol: CipherSymbol, { hypotheses, best }: Live): KeyTrace {
    const { family, readings, model } = this.#plan
    const isListed = family.slots === 1 && family.phaseLength === 0
    const wasRead = symbol.position === this.#position
    return {
      unknown: 0,
      // Where a phase moves, rows tell nothing of keys; there no change of key is looked for.
      best: () => ({ named: family.keyOf(best.values), since: isListed ? best.trail.since : 0 }),
      keys: () =>
        hypotheses.map((hypothesis) => ({
          named: family.keyOf(hypothesis.values),
          weight: hypothesis.weight,
          likely: wasRead ? this.#likely.get(hypothesis) : undefined,
          unit: readings.unitOf(rowAt(hypothesis.trail, symbol.position), symbol),
        })),
      expected: () => (wasRead ? this.#expected.slice() : undefined),
      state: () => best.state && model.saveState(best.state),
    }
  }
}
