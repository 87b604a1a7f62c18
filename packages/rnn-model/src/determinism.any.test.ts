import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import type { InputForm, ModelConfig, ModelDefinition, WeightArray } from './config.ts'
import { createModel } from './create-model.ts'
import { smallConfig } from './testing/small-net.ts'
import { weightShapes } from './weight-shapes.ts'

/** A net whose weights come from sums and products alone, so that every engine starts from the same bits. */
const plainNet = (config: ModelConfig): ModelDefinition => {
  const random = createRandom(11)
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    const size = shape.reduce((product, side) => product * side, 1)
    weights[name] = { shape, values: Float32Array.from({ length: size }, () => random.next() * 0.5 - 0.25) }
  }
  return { config, weights }
}

test.each<[InputForm, string]>([
  ['one-hot', '3b29eda53705f0b3'],
  ['scalar', 'c1d3a3bc15e66c8c'],
])('%s: 2000 steps give these bits in every runtime', async (input, expected) => {
  const model = createModel(plainNet(smallConfig(24, input)), 'id')
  const random = createRandom(12)
  const ids = Uint16Array.from({ length: 2000 }, () => 1 + random.integer(30))
  const out = new Float32Array(2000 * 31)
  model.run(ids, model.createState(), out)
  const view = new DataView(new ArrayBuffer(out.length * 4))
  out.forEach((value, i) => {
    view.setFloat32(i * 4, value, true)
  })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', view))
  expect(Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(
    expected,
  )
})

/*
 * One unit, worked by hand: h₁ = tanh(0.5 + 0.1), h₂ = tanh(-0.25 + 0.8 h₁ + 0.1), logits (0, h, -h) + (0, 0.2, 0).
 */
test('two steps of one unit', () => {
  const config = smallConfig(1, 'one-hot', '0?')
  const definition: ModelDefinition = {
    config: { ...config, tokenizer: { alphabet: '0?' } },
    weights: {
      'layer0.kernel': { shape: [3, 1], values: Float32Array.of(9, 0.5, -0.25) },
      'layer0.recurrent': { shape: [1, 1], values: Float32Array.of(0.8) },
      'layer0.bias': { shape: [1], values: Float32Array.of(0.1) },
      'output.kernel': { shape: [1, 3], values: Float32Array.of(0, 1, -1) },
      'output.bias': { shape: [3], values: Float32Array.of(0, 0.2, 0) },
    },
  }
  const model = createModel(definition, 'id')
  const state = model.createState()
  const h1 = Math.tanh(0.6)
  const h2 = Math.tanh(-0.15 + 0.8 * h1)
  ;[h1, h2].forEach((h, t) => {
    const powers = [0, h + 0.2, -h].map(Math.exp)
    const sum = powers[0] + powers[1] + powers[2]
    const out = model.step(t + 1, state)
    expect(Math.abs(model.saveState(state)[0] - h)).toBeLessThan(1e-6)
    powers.forEach((power, v) => {
      expect(Math.abs(out[v] - power / sum)).toBeLessThan(1e-6)
    })
  })
})
