import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { cells } from '../../cells/index.ts'
import { randomWindow } from '../../testing/random-window.ts'
import { randomNet, smallConfig } from '../../testing/small-net.ts'
import { loadTrainKernels } from './kernels.ts'
import { TrainableNet } from './trainable-net.ts'

const H = 1e-2

test.each(cells.map((cell) => cell.name))(
  '%s: gradients are the slopes that central differences find, for 40 weights drawn at random',
  async (cell) => {
    const config = smallConfig(8, 'one-hot', undefined, [cell])
    const definition = randomNet(config, 4)
    const window = {
      ...randomWindow(config, { length: 6, batch: 8, seed: 3 }),
      fresh: new Uint8Array(8).fill(1),
    }
    const net = new TrainableNet(await loadTrainKernels(), definition, 8, 6)
    net.backPropagate(window)
    const gradients = net.gradients.slice()
    const random = createRandom(2)
    const largest = Math.max(...gradients)
    for (let tried = 0; tried < 40; ) {
      const i = random.integer(net.count)
      if (gradients[i] === 0) continue
      tried++
      const weight = net.weights[i]
      const lossAt = (value: number): number => {
        net.weights[i] = value
        return net.measure(window).loss
      }
      const slope = (lossAt(weight + H) - lossAt(weight - H)) / (2 * H)
      net.weights[i] = weight
      expect(Math.abs(slope - gradients[i])).toBeLessThan(1e-3 * largest + 0.01 * Math.abs(slope))
    }
  },
)
