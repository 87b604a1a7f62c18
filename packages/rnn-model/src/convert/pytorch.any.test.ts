import { describe, expect, test } from 'vitest'
import { createModel } from '../create-model.ts'
import { bytesOfBase64 } from '../testing/bytes-of-base64.ts'
import { smallConfig } from '../testing/small-net.ts'
import recorded from './fixtures/pytorch.json' with { type: 'json' }
import { fromPyTorch, type PyTorchOptions } from './pytorch.ts'
import { readSafetensors } from './safetensors.ts'

const { layers: _, ...description } = smallConfig()
const symbols = { ...description, tokenizer: { alphabet: "ab '0?", digit: '0', space: ' ', other: '?' } }
const names = { embedding: 'embed', recurrent: 'rnn', output: 'head' }

describe.each(Object.entries(recorded))('%s', (cell, { file, ids, probabilities }) => {
  const options = { cell: cell as PyTorchOptions['cell'], ...names }

  test('gives what the equations of PyTorch give, within 1e-6', () => {
    const model = createModel(fromPyTorch(readSafetensors(bytesOfBase64(file)), symbols, options), 'id')
    const out = new Float32Array(ids.length * 7)
    model.run(ids, model.createState(), out)
    probabilities.forEach((value, i) => {
      expect(Math.abs(value - out[i])).toBeLessThan(1e-6)
    })
  })

  test('a missing array is named', () => {
    const { 'rnn.weight_hh_l0': _left, ...arrays } = readSafetensors(bytesOfBase64(file))
    expect(() => fromPyTorch(arrays, symbols, options)).toThrow('rnn.weight_hh_l0: expected an array')
  })
})

test('a file that is cut short is refused', () => {
  const bytes = bytesOfBase64(recorded.gru.file)
  expect(() => readSafetensors(bytes.subarray(0, 4))).toThrow('length: expected at least 8 bytes')
  expect(() => readSafetensors(bytes.subarray(0, 20))).toThrow('cut short')
  expect(() => readSafetensors(bytes.subarray(0, -1))).toThrow('cut short')
})
