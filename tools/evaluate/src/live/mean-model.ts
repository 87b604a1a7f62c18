import type { LanguageModel, LanguageState } from '@runnel/decipher'

/** Of each of the two models, and their mean. */
interface MeanState extends LanguageState {
  readonly a: LanguageState
  readonly b: LanguageState
  readonly output: Float32Array
}

/** The mean of two language models with the same symbols, each probability counted for its model's least at least. */
export const meanModel = (a: LanguageModel, b: LanguageModel): LanguageModel => {
  const { outputs } = a
  const join = (ofA: LanguageState, ofB: LanguageState): MeanState => ({
    a: ofA,
    b: ofB,
    output: new Float32Array(outputs),
    free() {
      ofA.free()
      ofB.free()
    },
  })
  const step = (id: number, state: LanguageState): Float32Array => {
    const own = state as MeanState
    const [byA, byB] = [a.step(id, own.a), b.step(id, own.b)]
    for (let i = 0; i < outputs; i++) {
      own.output[i] = (Math.max(a.least, byA[i]) + Math.max(b.least, byB[i])) / 2
    }
    return own.output
  }
  return {
    name: `the mean of ${a.name} and ${b.name}`,
    id: `${a.id} ${b.id}`,
    tokenizer: a.tokenizer,
    outputs,
    least: 0,
    stateLength: a.stateLength + b.stateLength,
    createState: () => join(a.createState(), b.createState()),
    saveState(state) {
      const { a: ofA, b: ofB } = state as MeanState
      return Float32Array.of(...a.saveState(ofA), ...b.saveState(ofB))
    },
    loadState: (values) =>
      join(a.loadState(values.subarray(0, a.stateLength)), b.loadState(values.subarray(a.stateLength))),
    copyState(from, to) {
      a.copyState((from as MeanState).a, (to as MeanState).a)
      b.copyState((from as MeanState).b, (to as MeanState).b)
    },
    step,
    stepMany(ids, states, out) {
      states.forEach((state, i) => {
        out.set(step(ids[i], state), i * outputs)
      })
    },
  }
}
