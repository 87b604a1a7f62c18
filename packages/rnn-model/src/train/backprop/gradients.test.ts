import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { randomWindow } from '../../testing/random-window.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import { tensorGradients } from '../../testing/tensor-net.ts'
import { loadTrainKernels } from './kernels.ts'
import { TrainableNet } from './trainable-net.ts'

beforeAll(async () => {
  tf.env().set('IS_TEST', true)
  await tf.setBackend('cpu')
})

/** ‖a − b‖ / ‖b‖. */
const relativeDifference = (a: Float32Array, b: Float32Array): number => {
  const norm = (values: ArrayLike<number>): number => Math.hypot(...Array.from(values))
  return norm(a.map((value, i) => value - b[i])) / norm(b)
}

describe.each(cells.map((cell) => cell.name))('%s', (cell) => {
  test.each([
    ['next symbols', smallConfig(16, 'one-hot', undefined, [cell])],
    [
      'keys',
      {
        ...smallConfig(8, 'one-hot', undefined, [cell]),
        task: { kind: 'recognise-key' as const, cipher: 'caesar', keys: 26 },
      },
    ],
  ])('every gradient within 1e-5 of those of tfjs, relative, %s, states carried', async (_, config) => {
    const definition = randomNet(config, 5)
    const [length, batch] = [13, 8]
    const windows = [1, 2].map((seed) => randomWindow(config, { length, batch, seed }))
    const net = new TrainableNet(await loadTrainKernels(), definition, batch, length)
    const expected = tensorGradients(definition, windows, batch)
    windows.forEach((window, i) => {
      const { loss, weight } = net.backPropagate(window)
      expect(Math.abs(loss / expected[i].loss - 1)).toBeLessThan(1e-5)
      expect(weight).toBeCloseTo(window.weights.reduce((a, b) => a + b))
      for (const [name, { values }] of Object.entries(net.readGradients().weights)) {
        expect(relativeDifference(values, expected[i].gradients[name]), name).toBeLessThan(1e-5)
      }
    })
  })
})
