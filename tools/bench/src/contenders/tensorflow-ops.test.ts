import { createModel } from '@runnel/rnn-model/typed-array'
import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { netOf } from '../nets.ts'
import { useBackend } from './start-tensorflow.ts'
import { stepOf } from './tensorflow-ops.ts'

test.each(['simple-rnn', 'gru', 'lstm'])('%s by hand in tfjs is what the engine runs', async (cell) => {
  await useBackend('cpu')
  const net = netOf(cell, 8)
  const model = createModel(net, 'id')
  const state = model.createState()
  const step = stepOf(net)
  const { 'layer0.kernel': kernel, 'layer0.bias': bias } = net.weights
  const width = bias.values.length
  let [h, c]: tf.Tensor2D[] = [tf.zeros([1, 8]), tf.zeros([1, 8])]
  for (let id = 1; id < 20; id++) {
    model.step(id, state)
    const x = bias.values.map((value, j) => value + kernel.values[id * width + j])
    ;[h, c] = step(tf.tensor2d(x, [1, width]), h, c)
  }
  h.dataSync().forEach((value, i) => {
    expect(Math.abs(value - model.saveState(state)[i])).toBeLessThan(1e-5)
  })
})
