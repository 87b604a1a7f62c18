import type { Answer, Question, Table } from '../question.ts'
import { startTensorflow } from '../tensorflow/start-tensorflow.ts'
import { AGREED, disagreement } from './agreement.ts'
import { backPropagate } from './back-propagate.ts'
import { centralDifferences } from './central-differences.ts'
import { drawGraph } from './draw-graph.ts'
import { ASSIGNMENT, forward, type GraphGradients, type GraphInputs, WANTED } from './two-step-net.ts'

const EXACT = { absolute: 1e-6, relative: 1e-6 }

const names: Record<keyof GraphGradients, string> = {
  h1: '∂L/∂h_1',
  h2: '∂L/∂h_2',
  wh: '∂L/∂W_h',
  wx: '∂L/∂W_x',
  wy: '∂L/∂W_y',
}

/** The first question: values and derivatives of two steps, found in three ways. */
export const graph: Question = {
  title: 'A two-step RNN as a computational graph',
  async answer({ numbers }) {
    await startTensorflow()
    const { tensorflowGradients } = await import('./tensorflow-gradients.ts')
    const inputs: GraphInputs = { ...ASSIGNMENT, ...numbers }
    const byHand = backPropagate(inputs).gradients
    return answerFrom(inputs, [
      ['by hand (float64)', byHand],
      ['TensorFlow.js (float32)', tensorflowGradients(inputs)],
      ['central differences (float64)', centralDifferences(inputs)],
    ])
  },
}

const answerFrom = (
  inputs: GraphInputs,
  ways: readonly (readonly [name: string, gradients: GraphGradients])[],
): Answer => {
  const { h, output, loss } = forward(inputs)
  const [[, byHand], ...others] = ways
  const apart = others.map(([, gradients]) => disagreement(inputs, byHand, gradients))
  const agrees = Math.max(...apart) <= AGREED
  const values: Table = {
    title: 'Forward',
    columns: ['h_1', 'h_2', 'ŷ_1', 'ŷ_2', 'L'].map((title) => ({ title, tolerance: EXACT })),
    rows: [[...h, ...output, loss].map(plain)],
  }
  const gradients: Table = {
    title: 'Backward',
    columns: [
      { title: 'derivative', tolerance: EXACT },
      ...ways.map(([title]) => ({ title, tolerance: EXACT })),
    ],
    rows: WANTED.map((name) => [names[name], ...ways.map(([, found]) => plain(found[name]))]),
  }
  return {
    finding: `h_1 = ${plain(h[0])}, h_2 = ${plain(h[1])}, ŷ_1 = ${plain(output[0])}, ŷ_2 = ${plain(output[1])}, L = ${plain(loss)}, ∂L/∂h_1 = ${plain(byHand.h1)} and ∂L/∂W_h = ${plain(byHand.wh)}; the three ways ${agrees ? 'agree' : 'do NOT agree'} within ${AGREED}.`,
    assignment:
      'With its numbers the published answers (h_1 = 2, h_2 = 3, ŷ_1 = 4, ŷ_2 = 6, L = 2, ∂L/∂h_1 = −4 + 4 = 0, ∂L/∂W_h = −4 + 12 = 8) come out as they stand. ' +
      'Its −4 + 12 counts by outputs, −4 through ŷ_1 and 12 through ŷ_2; back-propagation counts by steps, h_0·∂L/∂h_1 + h_1·∂L/∂h_2 = 0 + 8.',
    about: [
      'h_t = W_h·h_{t−1} + W_x·x_t, ŷ_t = W_y·h_t, L = Σ(ŷ_t − y_t)², without activations. ' +
        `Here W_h = ${plain(inputs.wh)}, W_x = ${plain(inputs.wx)}, W_y = ${plain(inputs.wy)}, h_0 = ${plain(inputs.h0)}, x = ${inputs.x.map(plain).join(', ')}, y = ${inputs.y.map(plain).join(', ')}; ` +
        'any others can be given: `--wh`, `--wx`, `--wy`, `--h0`, `--x 10,10`, `--y 5,5`.',
      `By hand means the chain rule written out; central differences move one number at a time by a tenth and two tenths of its size (or of 1), which is exact here, since L is a polynomial of at most the fourth degree in each. Largest difference from the first way, relative to the terms that are added up: ${ways
        .slice(1)
        .map(([name], i) => `${name} ${apart[i].toExponential(1)}`)
        .join(', ')}.`,
    ],
    tables: [values, gradients],
    plots: [
      { name: 'graph', title: 'The graph, with values and gradients on its edges', svg: drawGraph(inputs) },
    ],
  }
}

/** Ten digits at the most; what is below a billionth is rounding. */
const plain = (value: number): string =>
  String(Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(10))).replace('-', '−')
