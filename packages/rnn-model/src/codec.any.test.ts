import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeModel, encodeModel } from './codec.ts'
import type { ModelConfig } from './config.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const net = randomNet(smallConfig(2, 'one-hot', "ab '0?"), 1)
const file = () => encodeModel(net)

test('what is written is read back, bit for bit', async () => {
  const nets = fc.record({
    input: fc.constantFrom('one-hot' as const, 'scalar' as const),
    alphabet: fc.constantFrom('?', "ab '0?", 'абв 0?'),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    name: fc.string({ unit: 'binary' }),
    seed: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(nets, async ({ input, alphabet, sizes, name, seed }) => {
      const config: ModelConfig = {
        ...smallConfig(1, input),
        name,
        tokenizer: { alphabet, other: '?' },
        layers: sizes.map((units) => ({ cell: 'simple-rnn', units })),
      }
      const written = randomNet(config, seed)
      const { sha256, ...read } = await decodeModel(await encodeModel(written))
      expect(read).toEqual(written)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    }),
  )
})

test('the layout is the one in docs/model-format.md', async () => {
  const bytes = await file()
  const view = new DataView(bytes.buffer)
  expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('RNNL')
  expect([view.getUint32(4, true), view.getUint32(8, true)]).toEqual([1, bytes.length])
  const header = view.getUint32(12, true)
  expect(header % 4).toBe(0)
  const { config, arrays } = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + header)))
  expect(config).toEqual(net.config)
  expect(arrays).toEqual(Object.entries(net.weights).map(([name, { shape }]) => ({ name, shape })))
  expect(view.getFloat32(16 + header, true)).toBe(net.weights['layer0.kernel'].values[0])
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice(0, -32))
  expect(bytes.subarray(-32)).toEqual(new Uint8Array(digest))
})

test('the same net is the same file, and its identity is the SHA-256 at its end', async () => {
  const [first, again] = [await file(), await file()]
  expect(again).toEqual(first)
  const end = Array.from(first.subarray(-32), (byte) => byte.toString(16).padStart(2, '0')).join('')
  expect((await decodeModel(first)).sha256).toBe(end)
})

test('a file may lie anywhere in a larger buffer', async () => {
  const bytes = await file()
  const larger = new Uint8Array(bytes.length + 7)
  larger.set(bytes, 3)
  expect((await decodeModel(larger.subarray(3, 3 + bytes.length))).weights).toEqual(net.weights)
})

test('weights that do not fit the configuration are not written', async () => {
  const { 'output.bias': _, ...weights } = net.weights
  await expect(encodeModel({ ...net, weights })).rejects.toThrow(
    'output.bias: expected shape [7], received no such array',
  )
  const extra = { ...net.weights, more: net.weights['output.bias'] }
  await expect(encodeModel({ ...net, weights: extra })).rejects.toThrow(
    'arrays: expected no others, received more',
  )
})

test('weights that no net can run with are not written', async () => {
  const bias = net.weights['output.bias']
  const withBias = (values: Float32Array) =>
    encodeModel({ ...net, weights: { ...net.weights, 'output.bias': { ...bias, values } } })
  await expect(withBias(bias.values.subarray(1))).rejects.toThrow(
    'output.bias: expected 7 numbers, received 6',
  )
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    await expect(withBias(bias.values.slice().fill(value, 3, 4))).rejects.toThrow(
      'output.bias: expected finite numbers, received one that is not',
    )
  }
})
