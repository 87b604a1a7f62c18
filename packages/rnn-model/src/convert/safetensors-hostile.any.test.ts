import { expect, test } from 'vitest'
import { expectRefused } from '../testing/expect-refused.ts'
import { safetensorsFile } from '../testing/safetensors-file.ts'
import { smallConfig } from '../testing/small-net.ts'
import { fromPyTorch } from './pytorch.ts'
import { readSafetensors } from './safetensors.ts'

const { layers: _, ...description } = smallConfig()
const names = { cell: 'simple-rnn', recurrent: 'rnn', embedding: 'embed', output: 'head' } as const
const entry = (shape: unknown, from: unknown, to: unknown) => ({
  dtype: 'F32',
  shape,
  data_offsets: [from, to],
})
const refused = (bytes: Uint8Array) =>
  expectRefused(bytes.length, () => fromPyTorch(readSafetensors(bytes), description, names))

test.each<[string, unknown]>([
  ['is no JSON', 'nonsense'],
  ['is null', null],
  ['is a number', 1],
  ['is a list', []],
  ['has null as an array', { a: null }],
  ['has a number as an array', { a: 1 }],
  ['has no shape', { a: { dtype: 'F32', data_offsets: [0, 4] } }],
  ['has no offsets', { a: { dtype: 'F32', shape: [1] } }],
  ['has null as offsets', { a: { dtype: 'F32', shape: [1], data_offsets: null } }],
  ['has one offset', { a: { dtype: 'F32', shape: [1], data_offsets: [0] } }],
  ['has words as offsets', { a: entry([1], '0', '4') }],
  ['has negative offsets', { a: entry([1], -8, -4) }],
  ['has offsets in halves', { a: entry([1], 0.5, 4.5) }],
  ['has a shape in words', { a: entry(['1'], 0, 4) }],
  ['has a shape in shapes', { a: entry([[1]], 0, 4) }],
  ['has a negative shape', { a: entry([-1, -1], 0, 4) }],
  ['has a shape in halves', { a: entry([0.5, 2], 0, 4) }],
  ['has a side of nothing', { a: entry([0, 1e9], 0, 0) }],
  ['has more sides than any weight', { a: entry(Array(1000).fill(1), 0, 4) }],
  ['names a type that objects have', { a: { ...entry([1], 0, 4), dtype: 'constructor' } }],
  ['names no type', { a: { ...entry([1], 0, 4), dtype: {} } }],
  ['names two arrays at one place', { a: entry([1], 0, 4), b: entry([1], 0, 4) }],
  ['names arrays that overlap', { a: entry([2], 0, 8), b: entry([1], 4, 8) }],
  ['leaves a hole', { a: entry([1], 0, 4), b: entry([1], 8, 12) }],
  ['leaves numbers over', { a: entry([1], 0, 4) }],
])('a header that %s', (_what, header) => {
  refused(safetensorsFile(header, 12))
  refused(safetensorsFile(header, 4))
})

test('a header that is not UTF-8, or longer than the file, or than any header', () => {
  const bytes = safetensorsFile({ a: entry([1], 0, 4) }, 4)
  bytes[9] = 0xff
  refused(bytes)
  new DataView(bytes.buffer).setBigUint64(0, 2n ** 63n, true)
  refused(bytes)
  const long = safetensorsFile({ a: Array(400_000).fill([]) })
  expect(refused(long).field).toBe('header')
})

/** Arrays side by side. */
const file = (shapes: Readonly<Record<string, readonly number[]>>): Uint8Array => {
  let end = 0
  const header = Object.entries(shapes).map(([name, shape]) => {
    const from = end
    end += 4 * shape.reduce((product, side) => product * side, 1)
    return [name, entry(shape, from, end)]
  })
  return safetensorsFile(Object.fromEntries(header), end)
}
const fitting = {
  'embed.weight': [31, 3],
  'rnn.weight_ih_l0': [8, 3],
  'rnn.weight_hh_l0': [8, 8],
  'head.weight': [31, 8],
}

test('arrays that fit are read', () => {
  const { config } = fromPyTorch(readSafetensors(file(fitting)), description, names)
  expect(config.layers).toEqual([{ cell: 'simple-rnn', units: 8 }])
})

test.each<[string, readonly number[]]>([
  ['rnn.weight_hh_l0', [64]],
  ['rnn.weight_hh_l0', [8, 8, 1]],
  ['rnn.weight_hh_l0', []],
  ['rnn.weight_hh_l0', [1, 100_000]],
  ['rnn.weight_hh_l0', [100_000, 1]],
  ['rnn.weight_ih_l0', [24]],
  ['rnn.weight_ih_l0', [8, 4]],
  ['rnn.weight_ih_l0', [100_000, 1]],
  ['embed.weight', [100_000, 1]],
  ['embed.weight', [93]],
  ['head.weight', [100_000, 1]],
  ['head.weight', [248]],
  ['head.bias', [30]],
  ['rnn.bias_ih_l0', [8, 1]],
])('%s of shape %j', (name, shape) => {
  refused(file({ ...fitting, [name]: shape }))
})

test('an embedding and a kernel whose product is larger than both', () => {
  refused(file({ ...fitting, 'embed.weight': [20_000, 1], 'rnn.weight_ih_l0': [20_000, 1] }))
})

test('more layers than any net', () => {
  const layers = Array.from({ length: 3000 }, (_, l) => [
    [`rnn.weight_ih_l${l}`, [1, 1]],
    [`rnn.weight_hh_l${l}`, [1, 1]],
  ])
  refused(file(Object.fromEntries([...Object.entries(fitting), ...layers.flat()])))
})
