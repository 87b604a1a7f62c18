import { createRandom } from '@runnel/core'
import { expect, test } from 'vitest'
import { ModelFormatError } from '../../errors.ts'
import { bytesOfBase64 } from '../../testing/bytes-of-base64.ts'
import { damageBytes } from '../../testing/damage.ts'
import recorded from '../fixtures/graphs.json' with { type: 'json' }
import { createGraph } from '../graph.ts'
import { graphFromOnnx, type OnnxGraphOptions } from './graph-from-onnx.ts'

const nets = Object.entries(recorded).map(
  ([name, { file, options, calls }]) =>
    [name, bytesOfBase64(file), options as OnnxGraphOptions, calls as Record<string, number[]>[]] as const,
)

test.each(nets)('%s: what ONNX Runtime gave over 200 calls', async (_name, bytes, options, calls) => {
  const graph = await createGraph(graphFromOnnx(bytes, options))
  const state = graph.createState()
  const random = createRandom(7)
  const frame = new Float32Array(graph.input.steps * graph.input.channels)
  for (let call = 1; call <= 200; call++) {
    for (let i = 0; i < frame.length; i++) frame[i] = 2 * random.next() - 1
    const outputs = graph.step(frame, state)
    if (call % 20 > 0) continue
    const expected = calls[call / 20 - 1]
    expect(Object.keys(outputs)).toEqual(Object.keys(expected))
    for (const [name, values] of Object.entries(expected)) {
      values.forEach((value, i) => {
        expect(Math.abs(value - outputs[name][i])).toBeLessThan(2e-6)
      })
    }
  }
})

const [[, joined, ofJoined], [, listener, ofListener]] = nets

test('layers that nothing needs are left out, and branches that do not run', () => {
  const { layers, outputs } = graphFromOnnx(joined, { ...ofJoined, outputs: ['speech'] })
  expect(outputs).toEqual(['speech'])
  expect(layers.filter(({ kind }) => kind === 'recurrent')).toHaveLength(1)
  expect(graphFromOnnx(listener, ofListener).layers.some(({ kind }) => kind === 'context')).toBe(true)
})

test.each<[string, () => unknown, string]>([
  [
    'nothing',
    () => graphFromOnnx(new Uint8Array(0), ofJoined),
    'graph: expected an ONNX graph, received none',
  ],
  [
    'a frame of another size',
    () => graphFromOnnx(joined, { ...ofJoined, input: { name: 'features', shape: [1, 1, 9] } }),
    'kernel: expected shape [1,9,12]',
  ],
  [
    'an input that was not named',
    () => graphFromOnnx(joined, { ...ofJoined, input: { name: 'sound', shape: [1, 10] } }),
    'expected a tensor that was made before, received features',
  ],
  [
    'a condition that is not known',
    () => graphFromOnnx(listener, { ...ofListener, constants: {} }),
    'expected a tensor that was made before, received rate',
  ],
  [
    'a state that goes elsewhere than it came from',
    () =>
      graphFromOnnx(joined, {
        ...ofJoined,
        state: { ...ofJoined.state, 'noise.h': { shape: [1, 1, 8], next: 'denoise.last' } },
      }),
    'noise.h: expected a state that comes out as it goes in',
  ],
  [
    'a state that is taken for numbers',
    () => graphFromOnnx(listener, { ...ofListener, constants: { rate: 8000 }, outputs: ['speech'] }),
    'state: expected a state that comes out as it goes in',
  ],
  [
    'an output that is not there',
    () => graphFromOnnx(joined, { ...ofJoined, outputs: ['music'] }),
    'received music',
  ],
])('%s is refused', (_what, convert, message) => {
  expect(convert).toThrow(ModelFormatError)
  expect(convert).toThrow(message)
})

test.each(nets)('%s, damaged: read, or refused by name', (_name, bytes, options) => {
  const random = createRandom(4)
  let refused = 0
  for (let i = 0; i < 150; i++) {
    try {
      graphFromOnnx(damageBytes(bytes, random), options)
    } catch (error) {
      expect(error, `case ${i}`).toBeInstanceOf(ModelFormatError)
      refused++
    }
  }
  expect(refused).toBeGreaterThan(10)
})
