import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fromOnnx } from '@runnel/rnn-model/convert'
import onnxProto from 'onnx-proto'
import { expect, test } from 'vitest'
import { netOf } from '../nets.ts'
import { toOnnx } from './onnx-model.ts'

const { ModelProto } = onnxProto.onnx
const fixture = path.join(
  import.meta.dirname,
  '../../../../packages/rnn-model/src/convert/fixtures/onnx.json',
)
const recorded: Record<string, { file: string }> = JSON.parse(readFileSync(fixture, 'utf8'))

test.each(Object.entries(recorded))(
  '%s: the file is the one that ONNX Runtime was asked about',
  (cell, { file }) => {
    const read = (bytes: Uint8Array) => ModelProto.toObject(ModelProto.decode(bytes))
    expect(read(toOnnx(netOf(cell, 9)))).toEqual(read(Buffer.from(file, 'base64')))
  },
)

test.each(Object.keys(recorded))('%s: our reader finds the weights that were written', (cell) => {
  const net = netOf(cell, 9)
  const { layers, ...description } = net.config
  const { config, weights } = fromOnnx(toOnnx(net), description)
  expect(config.layers).toEqual(layers)
  for (const [name, { values }] of Object.entries(net.weights)) {
    expect(Array.from(weights[name].values), name).toEqual(Array.from(values))
  }
})
