import { expect, test } from 'vitest'
import { decodeModel, encodeModel } from './codec.ts'
import type { ModelConfig } from './config.ts'
import { ModelFormatError } from './errors.ts'
import { loadModel } from './load.ts'
import { sign, signedFile } from './testing/signed-file.ts'
import { randomNet, smallConfig } from './testing/small-net.ts'
import { weightShapes } from './weight-shapes.ts'

const config = smallConfig(2, 'one-hot', "ab '0?")
const arrays = Object.entries(weightShapes(config)).map(([name, shape]) => ({ name, shape }))
const numbers = arrays.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b), 0)

/** The part that a file of this header is refused for: always a ModelFormatError, whatever it says. */
const refusal = async (header: unknown, payload = numbers * 4): Promise<string> => {
  const bytes = await signedFile(typeof header === 'string' ? header : JSON.stringify(header), payload)
  const error = await loadModel(bytes).catch((reason) => reason)
  expect(error).toBeInstanceOf(ModelFormatError)
  return error.field
}

test('these headers are refused for what they say alone', async () => {
  const bytes = await signedFile(JSON.stringify({ config, arrays }), numbers * 4)
  expect((await loadModel(bytes)).config).toEqual(config)
})

test.each(['nonsense', '', 'null', '1', '[]', '"config"', '{"arrays":[]}', '{"config":null,"arrays":[]}'])(
  'a header of %j',
  async (header) => {
    expect(await refusal(header)).toMatch(/^(header|name)$/)
  },
)

test('a header that is JSON, but not UTF-8', async () => {
  const header = new TextEncoder().encode(JSON.stringify({ config: { ...config, name: '?' }, arrays }))
  header[header.indexOf(0x3f)] = 0xff
  await expect(decodeModel(await signedFile(header, numbers * 4))).rejects.toMatchObject({ field: 'header' })
})

test.each<[string, unknown, string]>([
  ['name', 3, 'name'],
  ['tokenizer', null, 'alphabet'],
  ['tokenizer', {}, 'alphabet'],
  ['tokenizer', { alphabet: ['a', 'b'] }, 'alphabet'],
  ['tokenizer', { alphabet: '' }, 'header'],
  ['tokenizer', { alphabet: 'aa' }, 'header'],
  ['tokenizer', { alphabet: 'ab', digit: 5 }, 'header'],
  ['tokenizer', { alphabet: 'ab', other: null }, 'header'],
  ['input', 'two-hot', 'input'],
  ['input', undefined, 'input'],
  ['layers', undefined, 'layers'],
  ['layers', null, 'layers'],
  ['layers', [], 'layers'],
  ['layers', {}, 'layers'],
  ['layers', [null], 'units'],
  ['layers', [{ cell: 'transformer', units: 2 }], 'cell'],
  ['layers', [{ units: 2 }], 'cell'],
  ['layers', [{ cell: 'toString', units: 2 }], 'cell'],
  ['task', undefined, 'task'],
  ['task', null, 'task'],
  ['task', { kind: 'poetry' }, 'task'],
  ['task', { kind: 'recognise-key', cipher: 'caesar', keys: 1 }, 'keys'],
  ['task', { kind: 'recognise-key', keys: 26 }, 'cipher'],
  ['task', { ...config.task, direction: 'sideways' }, 'direction'],
  ['task', { ...config.task, cipher: 1 }, 'cipher'],
  ['task', { ...config.task, key: null }, 'key'],
  ['task', { ...config.task, key: 3 }, 'key'],
])('a configuration with %s %j', async (field, value, part) => {
  expect(await refusal({ config: { ...config, [field]: value }, arrays })).toBe(part)
})

test.each([0, -1, -0.5, 1.5, 2 ** 53, 1e300, '2', true, null, [2], undefined])(
  'a layer of %j units, arrays to match',
  async (units) => {
    const layers = [{ cell: 'simple-rnn', units }]
    const width = Number(units)
    const shapes = [[7, width], [width, width], [width], [width, 7], [7]]
    const matching = arrays.map(({ name }, i) => ({ name, shape: shapes[i] }))
    expect(await refusal({ config: { ...config, layers }, arrays: matching })).toBe('units')
  },
)

test('a layer of more units than the file has numbers', async () => {
  const huge: ModelConfig = { ...config, layers: [{ cell: 'simple-rnn', units: 2 ** 40 }] }
  const matching = Object.entries(weightShapes(huge)).map(([name, shape]) => ({ name, shape }))
  expect(await refusal({ config: huge, arrays: matching })).toBe('layer0.kernel')
})

const [kernel, ...others] = arrays
test.each<[string, unknown, string]>([
  ['none', undefined, 'header'],
  ['null', null, 'header'],
  ['not a list', {}, 'header'],
  ['an empty list', [], 'length'],
  ['null among them', [null, ...others], 'header'],
  ['one missing', others, 'length'],
  ['one twice, one missing', [others[0], ...others], 'length'],
  ['one too many', [...arrays, kernel], 'header'],
  ['one unknown', [...arrays, { name: 'more', shape: [1] }], 'header'],
  ['one called toString', [{ name: 'toString', shape: [1] }, ...others], 'header'],
  ['one called __proto__', [{ name: '__proto__', shape: [1] }, ...others], 'header'],
  ['no shape', [{ name: kernel.name }, ...others], 'header'],
  ['a negative shape', [{ name: kernel.name, shape: [-7, 2] }, ...others], 'header'],
  ['a fractional shape', [{ name: kernel.name, shape: [3.5, 4] }, ...others], 'header'],
  ['a huge shape', [{ name: kernel.name, shape: [1e15, 2] }, ...others], 'header'],
  ['a shape in words', [{ name: kernel.name, shape: ['7', '2'] }, ...others], 'header'],
  ['a shape in shapes', [{ name: kernel.name, shape: [[7], [2]] }, ...others], 'header'],
  ['another shape', [{ name: kernel.name, shape: [2, 7] }, ...others], 'header'],
])('arrays: %s', async (_, value, part) => {
  expect(await refusal({ config, arrays: value })).toBe(part)
})

test.each([
  ['too few numbers', -4, 'output.bias'],
  ['too many numbers', 4, 'length'],
])('%s', async (_, difference, part) => {
  expect(await refusal({ config, arrays }, numbers * 4 + difference)).toBe(part)
})

test('a number that is none', async () => {
  const bytes = await encodeModel(randomNet(config, 1))
  new DataView(bytes.buffer).setFloat32(bytes.length - 36, Number.NaN, true)
  await expect(decodeModel(await sign(bytes))).rejects.toThrow('output.bias: expected finite numbers')
})
