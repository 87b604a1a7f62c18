import { expect, test } from 'vitest'
import { createModel } from '../../create-model.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import { loadWasmEngine } from './wasm.ts'

const UNITS = 1024
const LIMIT = 20

/** The largest error of a step from h = 1, over sums from −20 to 20 set by its input weights alone. */
const worstError = async (cell: string, part: number, truth: (sum: number) => number): Promise<number> => {
  const net = randomNet(smallConfig(UNITS, 'one-hot', undefined, [cell]), 1)
  const width = net.weights['layer0.bias'].values.length
  for (const [name, { values }] of Object.entries(net.weights)) if (name.startsWith('layer0')) values.fill(0)
  const { values } = net.weights['layer0.kernel']
  const sum = (id: number, j: number) => Math.fround((2 * LIMIT * (id + j / UNITS)) / 31 - LIMIT)
  for (let id = 0; id < 31; id++) {
    for (let j = 0; j < UNITS; j++) values[id * width + part * UNITS + j] = sum(id, j)
  }
  const model = createModel(net, 'id', await loadWasmEngine())
  let worst = 0
  for (let id = 0; id < 31; id++) {
    const state = model.loadState(new Float32Array(UNITS).fill(1))
    model.step(id, state)
    model.saveState(state).forEach((h, j) => {
      worst = Math.max(worst, Math.abs(h - truth(sum(id, j))))
    })
    state.free()
  }
  return worst
}

test('tanh of the kernels is within 5e-7 of the truth', async () => {
  expect(await worstError('simple-rnn', 0, Math.tanh)).toBeLessThan(5e-7)
})

test('the logistic function of the kernels is within 3e-7 of the truth', async () => {
  // with n = 0, a GRU goes from h = 1 to z
  expect(await worstError('gru', 0, (sum) => 1 / (1 + Math.exp(-sum)))).toBeLessThan(3e-7)
})
