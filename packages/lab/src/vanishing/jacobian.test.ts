import { createRandom } from '@runnel/core'
import { createModel } from '@runnel/rnn-model/typed-array'
import { expect, test } from 'vitest'
import { gatedStep, openNet } from '../gated-step.ts'
import { languageConfig } from '../language/language-config.ts'
import { startWeights } from '../start-weights.ts'
import { firstBelow, gradientDecay } from './gradient-decay.ts'
import { jacobian, multiply, spectralNorm } from './jacobian.ts'

const STEP = 1e-6

const smallNet = (cell: string) => startWeights(languageConfig(cell, 8), 3, { norm: 1.3, forgetBias: 0.5 })

test.each(['simple-rnn', 'gru', 'lstm'])(
  '%s: every entry is the slope that central differences find',
  (cell) => {
    const net = openNet(smallNet(cell))
    const random = createRandom(1)
    net.recurrentBias.forEach((_, i) => {
      net.recurrentBias[i] = random.normal()
    })
    const before = Float64Array.from({ length: cell === 'lstm' ? 16 : 8 }, () => 0.5 * random.normal())
    const { values, size } = jacobian(net, gatedStep(net, 5, before))
    for (let i = 0; i < size; i++) {
      const moved = (by: number) =>
        gatedStep(
          net,
          5,
          before.map((value, k) => value + (k === i ? by : 0)),
        ).after
      const [up, down] = [moved(STEP), moved(-STEP)]
      for (let j = 0; j < size; j++) {
        expect(values[i * size + j]).toBeCloseTo((up[j] - down[j]) / (2 * STEP), 7)
      }
    }
  },
)

test.each(['simple-rnn', 'gru', 'lstm'])('%s: an opened net steps as the engine does', (cell) => {
  const definition = smallNet(cell)
  const model = createModel(definition, 'id')
  const net = openNet(definition)
  const state = model.createState()
  for (const id of [1, 7, 27, 3]) {
    const { after } = gatedStep(net, id, Float64Array.from(model.saveState(state)))
    model.step(id, state)
    const saved = model.saveState(state)
    for (let j = 0; j < after.length; j++) expect(after[j]).toBeCloseTo(saved[j], 6)
  }
})

test('the norm of a matrix, and of a product', () => {
  const [a, b] = [
    [3, 0, 0, -5],
    [0, 2, 1, 0],
  ].map((values) => ({ size: 2, values: Float64Array.from(values) }))
  expect(spectralNorm(a)).toBeCloseTo(5, 9)
  expect(Array.from(multiply(a, b).values)).toEqual([0, 6, -5, 0])
})

test('a gradient decays as fast as its one-step factor says', () => {
  const { config, weights } = startWeights(languageConfig('simple-rnn', 8), 1, { norm: 0.5 })
  // Without input and bias, h stays 0 and every Jacobian is U, of norm one half.
  const kernel = { ...weights['layer0.kernel'], values: weights['layer0.kernel'].values.map(() => 0) }
  const norms = gradientDecay(
    { config, weights: { ...weights, 'layer0.kernel': kernel } },
    new Uint16Array(200),
    12,
  )
  norms.forEach((norm, i) => {
    expect(norm / 0.5 ** (i + 1)).toBeCloseTo(1, 4)
  })
  expect(firstBelow(norms, 0.01)).toBe(7)
  expect(firstBelow(norms, 1e-9)).toBeUndefined()
})

test('a cell that cannot be opened is refused', () => {
  expect(() => openNet(smallNet('gru-reset-before'))).toThrow(
    expect.objectContaining({ code: 'invalid_option', option: 'cell' }),
  )
})
