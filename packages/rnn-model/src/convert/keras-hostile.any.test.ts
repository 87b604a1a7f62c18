import { describe, expect, test } from 'vitest'
import { expectRefused } from '../testing/expect-refused.ts'
import { smallConfig } from '../testing/small-net.ts'
import { fromKeras } from './keras.ts'

const { layers: _, ...description } = smallConfig()
const weights = new Uint8Array(4 * 1000)
const refused = (model: unknown) => {
  const json = typeof model === 'string' ? model : JSON.stringify(model)
  return expectRefused(json.length + weights.length, () => fromKeras({ json, weights }, description))
}

type Json = Record<string, unknown>
const rnn: Json = { class_name: 'SimpleRNN', config: { name: 'rnn', units: 8, use_bias: false } }
const dense: Json = { class_name: 'Dense', config: { name: 'dense', use_bias: false } }
const array = (name: string, ...shape: unknown[]): Json => ({ name, shape, dtype: 'float32' })
const arrays = [array('kernel', 31, 8), array('recurrent_kernel', 8, 8), array('kernel', 8, 31)]
const model = (layers: unknown, specs: unknown = arrays): Json => ({
  modelTopology: { config: { layers } },
  weightsManifest: [{ weights: specs }],
})

test('a model that fits is read', () => {
  const json = JSON.stringify(model([rnn, dense]))
  expect(fromKeras({ json, weights }, description).config.layers).toEqual([{ cell: 'simple-rnn', units: 8 }])
})

describe('a model.json', () => {
  test.each([
    'nonsense',
    '',
    'null',
    '1',
    '[]',
    '"text"',
    '{"modelTopology":null}',
    '{"modelTopology":{"config":1}}',
  ])('of %j', (json) => {
    refused(json)
  })

  test.each<[string, unknown]>([
    ['null as a layer', model([null, dense])],
    ['a number as a layer', model([1, dense])],
    ['a layer without configuration', model([{ class_name: 'SimpleRNN' }, dense])],
    [
      'a layer of null',
      model([{ class_name: 'TimeDistributed', config: { name: 't', layer: null } }, dense]),
    ],
    ['a layer that wraps a number', model([{ class_name: 'TimeDistributed', config: { layer: 1 } }, dense])],
    ['a kind that objects have', model([{ ...rnn, class_name: 'constructor' }, dense])],
    ['a kind that is no word', model([{ ...rnn, class_name: { toString: 1 } }, dense])],
    ['a name that is no word', model([{ class_name: 'X', config: { name: { toString: 1 } } }, dense])],
    ['units in words', model([{ ...rnn, config: { units: '8' } }, dense])],
    ['units that are no number', model([{ ...rnn, config: { units: { valueOf: 1 } } }, dense])],
    ['units beyond the file', model([{ ...rnn, config: { units: 1e9, use_bias: false } }, dense])],
    [
      'an activation that is no word',
      model([{ ...rnn, config: { units: 8, activation: { toString: 1 } } }, dense]),
    ],
    ['no weights', { ...model([rnn, dense]), weightsManifest: undefined }],
    ['null as weights', { ...model([rnn, dense]), weightsManifest: null }],
    ['a word as weights', { ...model([rnn, dense]), weightsManifest: 'weights' }],
    ['null among the weights', { ...model([rnn, dense]), weightsManifest: [null] }],
    ['no list of weights', model([rnn, dense], null)],
    ['null as an array', model([rnn, dense], [null])],
    ['an array without a name', model([rnn, dense], [{ shape: [31, 8], dtype: 'float32' }])],
    ['an array without a shape', model([rnn, dense], [{ name: 'kernel', dtype: 'float32' }])],
    ['a negative shape', model([rnn, dense], [array('kernel', -31, -8), ...arrays.slice(1)])],
    ['a shape in halves', model([rnn, dense], [array('kernel', 15.5, 16), ...arrays.slice(1)])],
    ['a shape in words', model([rnn, dense], [array('kernel', '31', '8'), ...arrays.slice(1)])],
    ['a side of nothing', model([rnn, dense], [...arrays.slice(0, 2), array('kernel', 0, 1e9)])],
    ['a side of nothing first', model([rnn, dense], [array('kernel', 0, 1e9), ...arrays.slice(1)])],
    ['an output of one side', model([rnn, dense], [...arrays.slice(0, 2), array('kernel', 248)])],
    ['a kernel of one side', model([rnn, dense], [array('kernel', 248), ...arrays.slice(1)])],
    [
      'two biases in a row',
      model(
        [{ class_name: 'GRU', config: { name: 'gru', units: 1, reset_after: true } }, dense],
        [array('kernel', 31, 3), array('recurrent_kernel', 1, 3), array('bias', 6), array('kernel', 1, 31)],
      ),
    ],
    [
      'an embedding whose product with the kernel is larger than both',
      model(
        [{ class_name: 'Embedding', config: { name: 'e' } }, rnn, dense],
        [array('embeddings', 400, 1), array('kernel', 1, 400), ...arrays.slice(1)],
      ),
    ],
  ])('with %s', (_what, json) => {
    refused(json)
  })

  test('that is deep, or longer than any', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const layer = { ...rnn, config: { units: 8, activation: 'DEEP' } }
    refused(JSON.stringify(model([layer, dense])).replace('"DEEP"', deep))
    refused(deep)
    expect(refused(model(Array(400_000).fill([]))).field).toBe('model.json')
  })
})
