import type { RnnModel } from '@runnel/rnn-model'

/** A model that counts its net steps, one for each state. */
export const countSteps = (model: RnnModel): { model: RnnModel; steps(): number } => {
  let steps = 0
  return {
    steps: () => steps,
    model: {
      ...model,
      step(id, state) {
        steps++
        return model.step(id, state)
      },
      stepMany(ids, states, out) {
        steps += states.length
        model.stepMany(ids, states, out)
      },
    },
  }
}
