import type { RnnModel } from '@runnel/rnn-model'

/** A model that counts its steps, and the count so far. */
export interface CountedSteps {
  readonly model: RnnModel
  /** Steps of the net, one for each state: those of all sessions that share the model, since one of them at a time reads. */
  steps(): number
}

/**
 * Makes a model that counts its net steps, the greater part of all work: a session's own are those that came about
 * between two looks, one before and one after it read.
 */
export const countSteps = (model: RnnModel): CountedSteps => {
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
