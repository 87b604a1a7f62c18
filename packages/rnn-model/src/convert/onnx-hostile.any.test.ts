import { expect, test } from 'vitest'
import { expectRefused } from '../testing/expect-refused.ts'
import { field, node, onnxFile, tensor } from '../testing/onnx-file.ts'
import { smallConfig } from '../testing/small-net.ts'
import { fromOnnx } from './onnx.ts'

const { layers: _, ...description } = smallConfig()
const refused = (bytes: Uint8Array) => expectRefused(bytes.length, () => fromOnnx(bytes, description))

const w = tensor('w', [1, 8, 31], 4 * 8 * 31)
const r = tensor('r', [1, 8, 8], 4 * 64)
const v = tensor('v', [8, 31], 4 * 8 * 31)
const rnn = node('RNN', 'x', 'w', 'r')
const product = node('MatMul', 'h', 'v')

test('a graph that fits is read', () => {
  expect(fromOnnx(onnxFile(w, r, v, rnn, product), description).config.layers).toEqual([
    { cell: 'simple-rnn', units: 8 },
  ])
})

test.each<[string, Uint8Array]>([
  ['a side of nothing', onnxFile(w, tensor('r', [1, 0, 1e9], 0), v, rnn, product)],
  ['a side of nothing in the output', onnxFile(w, r, tensor('v', [0, 1e9], 0), rnn, product)],
  ['an output of one side', onnxFile(w, r, tensor('v', [248], 4 * 248), rnn, product)],
  ['weights of one side', onnxFile(tensor('w', [248], 4 * 248), r, v, rnn, product)],
  ['recurrent weights of no side', onnxFile(w, tensor('r', [], 4), v, rnn, product)],
  ['two directions', onnxFile(tensor('w', [2, 4, 31], 4 * 248), r, v, rnn, product)],
  [
    'a bias of another length',
    onnxFile(w, r, v, tensor('b', [1, 8], 32), node('RNN', 'x', 'w', 'r', 'b'), product),
  ],
  ['more sides than any weight', onnxFile(tensor('w', Array(1000).fill(1), 4), r, v, rnn, product)],
  ['an operation that objects have', onnxFile(w, r, v, node('toString', 'x', 'w', 'r'), product)],
  ['an array that objects have', onnxFile(w, r, v, node('RNN', 'x', 'toString', 'valueOf'), product)],
  [
    'an array that is a prototype',
    onnxFile(w, tensor('__proto__', [1], 4), node('RNN', 'x', 'shape', 'values'), product),
  ],
  ['no inputs', onnxFile(w, r, v, node('RNN'), product)],
  ['two layers of one array', onnxFile(w, r, v, rnn, node('RNN', 'x', 'w', 'r'), product)],
  ['a name as long as a book', onnxFile(w, r, v, node('RNN', 'x', 'w'.repeat(5000), 'r'), product)],
  ['two names of one array', onnxFile(w, w, r, v, rnn, product)],
  ['a number without an end', Uint8Array.from({ length: 100 }, () => 0xff)],
  ['a field without an end', Uint8Array.of(58, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0)],
  ['a group, which is no longer in use', Uint8Array.of(59, 60)],
])('%s', (_what, bytes) => {
  refused(bytes)
})

test('as many layers as there are bytes', () => {
  const many = Array.from({ length: 2000 }, () => rnn)
  refused(onnxFile(w, r, v, ...many, product))
})

test('more fields than any net', () => {
  const empty = field(1, Array(50_000).fill(field(1, [])).flat())
  expect(refused(onnxFile(...Array(4).fill(empty))).field).toBe('message')
})
