import type { RnnModel } from '@runnel/rnn-model'
import { CountedModel } from './counts/counted-model.ts'
import type { Counts } from './counts/counts.ts'

/** Looks into counts that take as long as a step of a net. */
const LOOKS = 16

/** A model that counts its steps, counts that count the looks into them, and the count so far. */
export interface CountedSteps<Given extends Counts | undefined = undefined> {
  readonly model: RnnModel
  readonly counts: Given
  /** Steps of the net, one for each state: those of all sessions that share the model, since one of them at a time reads. */
  steps(): number
}

/**
 * Makes a model that counts its net steps, the greater part of all work, and counts for it whose looks count as a part of a
 * step each: a session's own are those that came about between two looks at the count, one before and one after it read.
 */
export const countSteps = <Given extends Counts | undefined = undefined>(
  model: RnnModel,
  counts?: Given,
): CountedSteps<Given> => {
  let steps = 0
  let looks = 0
  const looking = counts && {
    ...counts,
    fill(context: number, out: Float32Array, at: number) {
      looks++
      counts.fill(context, out, at)
    },
  }
  return {
    steps: () => steps + looks / LOOKS,
    counts: (looking && {
      ...counts,
      beside: (other: Parameters<Counts['beside']>[0]) => new CountedModel(looking, other),
    }) as Given,
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
