import { cellTitles } from '../cell-titles.ts'
import { LEARNING_RATE } from '../language/train-language.ts'
import type { Answer, Question } from '../question.ts'
import { longestLearned } from '../recall/longest-lag.ts'
import {
  CHARACTERS,
  type Decay,
  decayChart,
  decayTable,
  GONE,
  goneAt,
  measureDecays,
  UNITS,
} from './decays.ts'
import { LAGS, lagTable, type Remembered, remember, rememberers, UPDATES } from './lags.ts'

/** The second question: how gradients fade, and how long a lag each cell learns. */
export const vanishing: Question = {
  title: 'Why long dependencies are hard to learn',
  async answer(context) {
    const decays = await measureDecays(context)
    const remembered: Remembered[] = []
    for (const one of rememberers) {
      const at = remembered.length
      const advance = (lag: number) =>
        context.advance(0.3 + 0.7 * ((at + lag / 500) / rememberers.length), `${one.name}: lag ${lag}`)
      remembered.push(await remember(one, context, advance))
    }
    return toAnswer(decays, remembered, context.seed)
  },
}

const toAnswer = (decays: readonly Decay[], remembered: readonly Remembered[], seed: number): Answer => {
  const longest = remembered.map(({ name, lags }) => ({ name, lag: longestLearned(lags) }))
  const simple = longest[0].lag
  const learned = decays.find(({ cell, norm }) => cell === 'simple-rnn' && norm === 1)
  const textReach = goneAt(learned?.after ?? [])
  const reach = (norms: (decay: Decay) => number[]): string =>
    decays
      .filter(({ norm }) => norm === 1)
      .map((decay) => `${goneAt(norms(decay))} (${cellTitles[decay.cell]})`)
      .join(', ')
  return {
    finding: `With W_hh of norm 1 the gradient is gone (below ${GONE}) at ${reach(({ before }) => before)} steps before training, and at ${reach(({ after }) => after)} once text has been learned; within ${UPDATES} updates the longest lag learned was ${longest.map(({ name, lag }) => `${lag} (${name})`).join(', ')}.`,
    assignment: `It says that learning saturates beyond about 10 steps. ${
      simple > 10
        ? `As a number that is too low here: a SimpleRNN of ${UNITS} units whose W_hh begins orthogonal learned a lag of ${simple}.`
        : `Here a SimpleRNN of ${UNITS} units learned a lag of ${simple}.`
    } Where nothing far back is worth remembering, as for the next letter of a text, the gradient of a SimpleRNN that has learned is gone at ${textReach} steps, which is of that order. The tendency is right: gradients fade by a factor a step, which depends on the norm of W_hh and on what has been learned, and the SimpleRNN ends long before the ${longest.reduce((a, b) => (b.lag > a.lag ? b : a)).name}. No number of steps is a law.`,
    about: [
      `‖∂h_t/∂h_{t−k}‖ is the spectral norm of the product of k Jacobians, each found by differentiating the cell's equations (tests compare them with differences), while a net of ${UNITS} units reads text; geometric mean over 6 places. For the LSTM the state is h and c together, since what it remembers travels in c; its forget gate begins without bias. W_hh begins orthogonal, each gate's block times the norm given. After: trained to foretell the next letter, ${CHARACTERS.toLocaleString('en')} characters, windows of 50, Adam from ${LEARNING_RATE}. Gone means below ${GONE}.`,
      `Recall: a letter of eight, then other letters at random, then a question mark at which the first letter has to be given, so that chance is 12.5 %; gradients go back through the whole sequence. Learned means at least 90 % right over 20 updates of 32 new sequences, within ${UPDATES} updates, at a learning rate of 0.003 or else 0.01, with this seed or else the next. Lags tried: ${LAGS.join(', ')}; the first that is not learned ends the sweep, and the last ends it in any case, since longer ones take minutes each. Seed ${seed}.`,
    ],
    tables: [decayTable(decays), lagTable(remembered)],
    plots: [{ name: 'vanishing', title: 'Norm of the gradient against steps back', svg: decayChart(decays) }],
  }
}
