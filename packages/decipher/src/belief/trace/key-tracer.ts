import type { CipherSymbol } from '../../keys/symbol.ts'
import type { KeyTrace } from '../../session/symbol-trace.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { rowAt } from '../hypothesis/trail.ts'

/** Takes down what a search does with its latest symbol. It only looks: nothing of the search depends on it. */
export class KeyTracer {
  readonly #plan: SearchPlan
  /** The symbol that was taken down. */
  #position = -1
  /** Probability of the symbol under each hypothesis; its weight, as long as the symbol is being weighed. */
  readonly #likely = new Map<Hypothesis, number>()
  #expected: Float32Array | undefined

  constructor(plan: SearchPlan) {
    this.#plan = plan
  }

  /** Takes down the weights before a symbol, and what the best hypothesis expects: its row of `table`. */
  before(
    { position }: CipherSymbol,
    hypotheses: readonly Hypothesis[],
    best: Hypothesis,
    table: Float32Array,
  ): void {
    this.#position = position
    this.#likely.clear()
    for (const hypothesis of hypotheses) this.#likely.set(hypothesis, hypothesis.weight)
    this.#expected = table.slice(best.at, best.at + this.#plan.model.outputs)
  }

  /** Takes down what weighing the symbol has made of them. */
  after(hypotheses: readonly Hypothesis[]): void {
    for (const hypothesis of hypotheses) {
      this.#likely.set(hypothesis, hypothesis.weight / (this.#likely.get(hypothesis) as number))
    }
  }

  /** The trace of a symbol, told of the hypotheses that are left. */
  of(symbol: CipherSymbol, hypotheses: readonly Hypothesis[], best: Hypothesis): KeyTrace {
    const { family, readings, model, listed } = this.#plan
    const wasRead = symbol.position === this.#position
    return {
      unknown: 0,
      // Where a phase moves, rows tell nothing of keys; there no change of key is looked for.
      best: () => ({ named: family.keyOf(best.values), since: listed.length > 0 ? best.trail.since : 0 }),
      keys: () =>
        hypotheses.map((hypothesis) => ({
          named: family.keyOf(hypothesis.values),
          weight: hypothesis.weight,
          likely: wasRead ? this.#likely.get(hypothesis) : undefined,
          unit: readings.unitOf(rowAt(hypothesis.trail, symbol.position), symbol),
        })),
      expected: () => (wasRead ? this.#expected : undefined),
      state: () => best.state && model.saveState(best.state),
    }
  }
}
