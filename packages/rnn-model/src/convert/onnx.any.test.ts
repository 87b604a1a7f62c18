import { describe, expect, test } from 'vitest'
import { createModel } from '../create-model.ts'
import type { Engine } from '../engine/engine.ts'
import { typedArrayEngine } from '../engine/typed-array.ts'
import { loadWasmEngine } from '../engine/wasm/wasm.ts'
import { quantiseModel } from '../quantise.ts'
import { bytesOfBase64 } from '../testing/bytes-of-base64.ts'
import { smallConfig } from '../testing/small-net.ts'
import recorded from './fixtures/onnx.json' with { type: 'json' }
import { fromOnnx } from './onnx.ts'

const { layers: _, ...description } = smallConfig()
const symbols = {
  ...description,
  tokenizer: { alphabet: 'abcdefghijklmnopqrstuvwxyz ', digit: ' ', space: ' ', other: ' ' },
}
const ids = Uint16Array.from({ length: 10_000 }, (_, t) => (t * t * 3 + (t >> 3)) % 28)

const engines: [string, Engine, number][] = [
  ['typed arrays', typedArrayEngine, 1e-5],
  ['float32', await loadWasmEngine({ arithmetic: 'float32' }), 1e-5],
  ['int16', await loadWasmEngine({ arithmetic: 'int16' }), 5e-4],
  ['int8', await loadWasmEngine(), 0.05],
]

describe.each(Object.entries(recorded))('%s', (cell, { file, probabilities }) => {
  const net = fromOnnx(bytesOfBase64(file), symbols)

  test('has the cell and the size of the file', () => {
    expect(net.config.layers).toEqual([{ cell, units: 9 }])
  })

  const worst = (definition: typeof net, engine: Engine): number => {
    const model = createModel(definition, 'id', engine)
    const out = new Float32Array(ids.length * 28)
    model.run(ids, model.createState(), out)
    let difference = 0
    probabilities.forEach((row, i) => {
      const from = ((i + 1) * 500 - 1) * 28
      row.forEach((value, v) => {
        difference = Math.max(difference, Math.abs(value - out[from + v]))
      })
    })
    return difference
  }

  test.each(engines)('%s: what ONNX Runtime gave over 10,000 steps', (_name, engine, tolerance) => {
    expect(worst(net, engine)).toBeLessThan(tolerance)
  })

  test.each(engines)('%s with 8-bit weights: within 0.02 more of it', (_name, engine, tolerance) => {
    expect(worst(quantiseModel(net), engine)).toBeLessThan(tolerance + 0.02)
  })
})

test('what is no ONNX file, or has no recurrent node, is refused', () => {
  expect(() => fromOnnx(new TextEncoder().encode('hello'), symbols)).toThrow('not a usable model')
  expect(() => fromOnnx(Uint8Array.of(), symbols)).toThrow('graph: expected an ONNX graph, received none')
})

test('symbols that do not fit the weights are refused', () => {
  expect(() => fromOnnx(bytesOfBase64(recorded.gru.file), description)).toThrow(
    'layer0.kernel: expected shape [31,27], received [28,27]',
  )
})
