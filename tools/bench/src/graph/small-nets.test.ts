import { graphFixtures } from '@runnel/rnn-model/testing'
import onnxProto from 'onnx-proto'
import { expect, test } from 'vitest'
import { joinedGrus, listener } from './small-nets.ts'

test('the recorded files are those that are made here', () => {
  const { ModelProto } = onnxProto.onnx
  const read = (file: Uint8Array) =>
    ModelProto.toObject(ModelProto.decode(file), { longs: Number, bytes: String })
  const files = graphFixtures().map(([, file]) => read(file))
  expect(files).toEqual([joinedGrus(), listener()].map(read))
})
