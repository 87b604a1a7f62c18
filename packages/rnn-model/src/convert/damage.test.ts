import { createRandom, type Random } from '@runnel/core'
import { expect, test } from 'vitest'
import { ModelFormatError } from '../errors.ts'
import { bytesOfBase64 } from '../testing/bytes-of-base64.ts'
import { countAllocated } from '../testing/count-allocated.ts'
import { damageBytes, damageJson } from '../testing/damage.ts'
import { safetensorsFile } from '../testing/safetensors-file.ts'
import { smallConfig } from '../testing/small-net.ts'
import onnx from './fixtures/onnx.json' with { type: 'json' }
import pytorch from './fixtures/pytorch.json' with { type: 'json' }
import { fromKeras } from './keras.ts'
import { fromOnnx } from './onnx.ts'
import { fromPyTorch } from './pytorch.ts'
import { readSafetensors } from './safetensors.ts'

/** Damaged files of each kind. */
const CASES = 2000

/** Damages a file again and again: each is read or refused by name, and takes no more than thrice its size. */
const attack = (seed: number, next: (random: Random) => { size: number; convert: () => unknown }): void => {
  const random = createRandom(seed)
  const outcomes = { read: 0, refused: 0 }
  for (let i = 0; i < CASES; i++) {
    const { size, convert } = next(random)
    const { result, bytes } = countAllocated(() => {
      try {
        return convert()
      } catch (error) {
        return error
      }
    })
    if (result instanceof Error) expect(result, `case ${i}`).toBeInstanceOf(ModelFormatError)
    expect(bytes, `case ${i}`).toBeLessThanOrEqual(2 * size + 4096)
    outcomes[result instanceof Error ? 'refused' : 'read']++
  }
  // Neither all is refused, which would make this a test of one check, nor nothing.
  expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(CASES / 50)
}

const { layers: _, ...description } = smallConfig()
const ofOnnx = {
  ...description,
  tokenizer: { alphabet: 'abcdefghijklmnopqrstuvwxyz ', digit: ' ', space: ' ', other: ' ' },
}
const ofPyTorch = { ...description, tokenizer: { alphabet: "ab '0?", digit: '0', space: ' ', other: '?' } }
const names = { embedding: 'embed', recurrent: 'rnn', output: 'head' }

test.each(Object.entries(onnx))('ONNX: %s', (_cell, { file }) => {
  const whole = bytesOfBase64(file)
  attack(1, (random) => {
    const bytes = damageBytes(whole, random)
    return { size: bytes.length, convert: () => fromOnnx(bytes, ofOnnx) }
  })
})

test.each(Object.entries(pytorch))('safetensors: %s', (cell, { file }) => {
  const whole = bytesOfBase64(file)
  const start = 8 + Number(new DataView(whole.buffer).getBigUint64(0, true))
  const header = new TextDecoder().decode(whole.subarray(8, start))
  attack(2, (random) => {
    const inHeader = () => {
      const bytes = safetensorsFile(damageJson(header, random), whole.length - start)
      bytes.set(whole.subarray(start), bytes.length - (whole.length - start))
      return bytes
    }
    const bytes = random.integer(2) === 0 ? inHeader() : damageBytes(whole, random)
    const options = { cell: cell as 'gru', ...names }
    return { size: bytes.length, convert: () => fromPyTorch(readSafetensors(bytes), ofPyTorch, options) }
  })
})

test('Keras', () => {
  const array = (name: string, ...shape: number[]) => ({ name, shape, dtype: 'float32' })
  const rnn = {
    name: 'gru',
    units: 6,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    reset_after: true,
  }
  const layers = [
    { class_name: 'InputLayer', config: { name: 'input' } },
    { class_name: 'Embedding', config: { name: 'embedding' } },
    { class_name: 'GRU', config: rnn },
    {
      class_name: 'TimeDistributed',
      config: { name: 't', layer: { class_name: 'Dense', config: { name: 'd' } } },
    },
  ]
  const weights = [
    array('embeddings', 31, 4),
    array('kernel', 4, 18),
    array('recurrent_kernel', 6, 18),
    array('bias', 2, 18),
    array('kernel', 6, 31),
    array('bias', 31),
  ]
  const model = { modelTopology: { model_config: { config: { layers } } }, weightsManifest: [{ weights }] }
  const json = JSON.stringify(model)
  const whole = new Uint8Array(weights.reduce((sum, { shape }) => sum + 4 * shape.reduce((a, b) => a * b), 0))
  attack(3, (random) => {
    const damaged = random.integer(4) > 0 ? damageJson(json, random) : json
    const bytes = random.integer(2) === 0 ? damageBytes(whole, random) : whole
    const convert = () => fromKeras({ json: damaged, weights: bytes }, description)
    return { size: bytes.length + damaged.length, convert }
  })
})
