import { createRandom } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import { decodeModel, encodeModel } from './codec.ts'
import { ModelFormatError } from './errors.ts'
import { quantiseModel } from './quantise.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'

const net = randomNet(smallConfig(2, 'one-hot', "ab '0?"), 1)
const file = () => encodeModel(net)

/** What decoding fails with. */
const failure = async (bytes: Uint8Array): Promise<ModelFormatError> => {
  const error = await decodeModel(bytes).catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelFormatError)
  return error
}

test('what is written is read back, bit for bit', async () => {
  for (const [units, input] of [
    [1, 'one-hot'],
    [64, 'one-hot'],
    [7, 'scalar'],
  ] as const) {
    const written = randomNet(smallConfig(units, input), units)
    const { sha256, ...read } = await decodeModel(await encodeModel(written))
    expect(read).toEqual(written)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  }
})

test('a file may lie anywhere in a larger buffer', async () => {
  const bytes = await file()
  const larger = new Uint8Array(bytes.length + 7)
  larger.set(bytes, 3)
  expect((await decodeModel(larger.subarray(3, 3 + bytes.length))).weights).toEqual(net.weights)
})

describe('8-bit weights', () => {
  const whole = quantiseModel(randomNet(smallConfig(9, 'one-hot', undefined, ['gru', 'lstm']), 1))

  test('are read back as written, as whole numbers and as float32', async () => {
    const bytes = await encodeModel(whole)
    expect(bytes[4]).toBe(2)
    const { sha256: _, ...read } = await decodeModel(bytes)
    expect(read).toEqual(whole)
  })

  test('are within half a scale of the weights they stand for, and reach 127', () => {
    const real = randomNet(whole.config, 1)
    for (const [name, { quantised, values }] of Object.entries(whole.weights)) {
      if (!quantised) continue
      const { scales } = quantised
      values.forEach((value, i) => {
        const error = Math.abs(value - real.weights[name].values[i])
        expect(error).toBeLessThanOrEqual((scales[i % scales.length] / 2) * 1.0001)
      })
      expect(Math.max(...quantised.values.map(Math.abs))).toBe(127)
    }
  })

  test('a column of zeros stays one', () => {
    const zeros = randomNet(smallConfig(4), 1)
    zeros.weights['layer0.kernel'].values.fill(0)
    const { values } = quantiseModel(zeros).weights['layer0.kernel']
    expect(values.every((value) => value === 0)).toBe(true)
  })

  test('the file of a GRU-256 takes at most 260 KB', async () => {
    const net = randomNet(smallConfig(256, 'one-hot', undefined, ['gru']), 1)
    expect((await encodeModel(quantiseModel(net))).length).toBeLessThanOrEqual(260_000)
  })

  test('files without them are of version 1 still', async () => {
    expect((await file())[4]).toBe(1)
  })
})

describe('a file that is not as it was written is refused', () => {
  test('cut short anywhere', async () => {
    const bytes = await file()
    for (let length = 0; length < bytes.length; length++) {
      const { field } = await failure(bytes.subarray(0, length))
      expect(field).toBe(length < 4 ? 'magic' : 'length')
    }
  })

  test('any one byte altered', async () => {
    const random = createRandom(5)
    const bytes = await file()
    for (let position = 0; position < bytes.length; position++) {
      const altered = bytes.slice()
      altered[position] ^= 1 << random.integer(8)
      await failure(altered)
    }
  })

  test.each<[string, (bytes: Uint8Array) => Uint8Array, string, RegExp]>([
    [
      'of a later version',
      (bytes) => bytes.fill(3, 4, 5),
      'version',
      /expected 1 or 2, received 3, written by a later Runnel/,
    ],
    ['that is something else', () => new TextEncoder().encode('hello, world'), 'magic', /expected RNNL/],
    ['with more behind it', (bytes) => Uint8Array.of(...bytes, 0), 'length', /bytes, received/],
    ['of zeros', (bytes) => bytes.fill(0), 'magic', /expected RNNL/],
  ])('%s', async (_, change, field, message) => {
    const error = await failure(change(await file()))
    expect(error.field).toBe(field)
    expect(error.message).toMatch(message)
  })
})

describe('a header that makes no sense is refused, however well it is signed', () => {
  const signed = async (header: string): Promise<Uint8Array> => {
    const json = new TextEncoder().encode(header)
    const bytes = new Uint8Array(16 + json.length + 32)
    bytes.set((await file()).subarray(0, 8))
    const view = new DataView(bytes.buffer)
    view.setUint32(8, bytes.length, true)
    view.setUint32(12, json.length, true)
    bytes.set(json, 16)
    const digest = await crypto.subtle.digest('SHA-256', bytes.subarray(0, -32))
    bytes.set(new Uint8Array(digest), bytes.length - 32)
    return bytes
  }
  const { config } = net
  test.each([
    ['no JSON', 'nonsense'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no configuration', '{"arrays":[]}'],
    ['no arrays at all', JSON.stringify({ config })],
    ['none of the arrays', JSON.stringify({ config, arrays: [] })],
    [
      'an unknown cell',
      JSON.stringify({ config: { ...config, layers: [{ cell: 'x', units: 1 }] }, arrays: [] }),
    ],
    ['no layers', JSON.stringify({ config: { ...config, layers: null }, arrays: [] })],
    ['an empty alphabet', JSON.stringify({ config: { ...config, tokenizer: { alphabet: '' } }, arrays: [] })],
    ['a huge array', JSON.stringify({ config, arrays: [{ name: 'output.bias', shape: [1e15] }] })],
    [
      'an unknown type',
      JSON.stringify({ config, arrays: [{ name: 'output.bias', shape: [7], type: 'int4' }] }),
    ],
    ['a negative shape', JSON.stringify({ config, arrays: [{ name: 'output.bias', shape: [-6] }] })],
    [
      'an array it has no numbers for',
      JSON.stringify({ config, arrays: [{ name: 'output.bias', shape: [6] }] }),
    ],
  ])('%s', async (_, header) => {
    await failure(await signed(header))
  })
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
