import { expect, test } from 'vitest'
import { decodeModel, encodeModel } from './codec.ts'
import { quantiseModel } from './quantise.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const whole = quantiseModel(randomNet(smallConfig(9, 'one-hot', undefined, ['gru', 'lstm']), 1))

test('are read back as written, as whole numbers and as float32', async () => {
  const bytes = await encodeModel(whole)
  expect(bytes[4]).toBe(2)
  const { sha256: _, ...read } = await decodeModel(bytes)
  expect(read).toEqual(whole)
})

test('are within half a scale of the weights they stand for, and reach 127', () => {
  const real = randomNet(whole.config, 1)
  for (const [name, { quantised, values }] of Object.entries(whole.weights)) {
    if (!quantised) continue
    const { scales } = quantised
    values.forEach((value, i) => {
      const error = Math.abs(value - real.weights[name].values[i])
      expect(error).toBeLessThanOrEqual((scales[i % scales.length] / 2) * 1.0001)
    })
    expect(Math.max(...quantised.values.map(Math.abs))).toBe(127)
  }
})

test('a column of zeros stays one', () => {
  const zeros = randomNet(smallConfig(4), 1)
  zeros.weights['layer0.kernel'].values.fill(0)
  const { values } = quantiseModel(zeros).weights['layer0.kernel']
  expect(values.every((value) => value === 0)).toBe(true)
})

test('the file of a GRU-256 takes at most 260 KB', async () => {
  const net = randomNet(smallConfig(256, 'one-hot', undefined, ['gru']), 1)
  expect((await encodeModel(quantiseModel(net))).length).toBeLessThanOrEqual(260_000)
})

test('files without them are of version 1 still', async () => {
  expect((await encodeModel(randomNet(smallConfig(2), 1)))[4]).toBe(1)
})
