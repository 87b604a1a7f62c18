import { type Chunk, createCaesar, padSequences } from '@runnel/core'
import { brown, mobyDick } from '@runnel/corpus'
import { createDecipherer, finalText } from '@runnel/decipher'
import { laws } from '@runnel/decipher/testing'
import { findModel } from '@runnel/models'
import { decodeModel, loadModel, type ModelDefinition, type RnnModel, taskOf } from '@runnel/rnn-model'
import { buildLayersModel, inputTensor, writeLayerWeights } from '@runnel/rnn-model/tfjs'
import { typedArrayEngine } from '@runnel/rnn-model/typed-array'
import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { runNet } from './run-net.ts'
import { score } from './score.ts'

const load = async (name: string): Promise<RnnModel> => loadModel(await findModel(name))
const definitionOf = async (name: string): Promise<ModelDefinition> =>
  decodeModel(Buffer.from((await findModel(name)).base64, 'base64'))
const encrypt = (text: string): string => createCaesar().encrypt(text, { shift: 3 })

beforeAll(async () => {
  tf.env().set('IS_TEST', true)
  await tf.setBackend('cpu')
})

describe('accuracy floors, on the first 200,000 characters of the Brown corpus', () => {
  const text = brown.read().slice(0, 200_000)
  test.each([
    ['caesar-3', 1],
    ['caesar-3-encipher', 1],
    ['caesar-3-scalar', 0.995],
    ['caesar-3-encipher-scalar', 0.995],
  ])('%s: at least %d', async (name, floor) => {
    const model = await load(name)
    const [given, right] =
      taskOf(model.config, 'transduce').direction === 'decipher'
        ? [encrypt(text), text]
        : [text, encrypt(text)]
    const { letters, lettersRight, restIdentical } = score(runNet(model, given), right)
    expect(lettersRight / letters).toBeGreaterThanOrEqual(floor)
    expect(restIdentical).toBe(true)
  })
})

test('a golden transcript', async () => {
  const session = createDecipherer({ model: await load('caesar-3') }).createSession()
  expect(
    finalText(session.push('L Olnh Dssohv, "gdwd", 3.14 — DEFGHIJKLMNOPQRSTUVWXYZABC; mxpsb ylchq')),
  ).toBe('I Like Apples, "data", 3.14 — ABCDEFGHIJKLMNOPQRSTUVWXYZ; jumpy vizen')
})

describe('the laws hold for the trained net', async () => {
  const decipherer = createDecipherer({ model: await load('caesar-3') })
  const events = async (chunks: readonly Chunk[]) => {
    const session = decipherer.createSession()
    return [...chunks.flatMap((chunk) => session.push(chunk)), ...session.flush()]
  }
  test.each(laws(300))('$name', ({ check }) =>
    check({ events, text: async (chunks) => finalText(await events(chunks)) }),
  )
})

const LENGTH = 100

/** Probabilities that tfjs gives for rows of ids, `[rows, LENGTH]`. */
const withTensorflow = (definition: ModelDefinition, ids: Uint16Array, rows: number, stateful = false) => {
  const oracle = buildLayersModel(definition.config, {
    length: LENGTH,
    ...(stateful && { batchSize: 1, stateful }),
  })
  writeLayerWeights(oracle, definition)
  const out: Float32Array[] = []
  const batch = stateful ? 1 : rows
  for (let row = 0; row < rows; row += batch) {
    const window = ids.subarray(row * LENGTH, (row + batch) * LENGTH)
    out.push(
      tf.tidy(() => {
        const input = inputTensor(definition.config, window, [batch, LENGTH])
        return (oracle.predictOnBatch(input) as tf.Tensor).dataSync() as Float32Array
      }),
    )
  }
  oracle.dispose()
  return out.flatMap((values) => [...values])
}

test.each(['caesar-3', 'caesar-3-scalar'])(
  '%s: every probability within 1e-5 of tfjs over 10,000 characters, state carried',
  async (name) => {
    const model = await loadModel(await findModel(name), { engine: typedArrayEngine })
    const ids = model.tokenizer.encode(encrypt(mobyDick.read().slice(0, 11_000))).subarray(0, 10_000)
    const expected = withTensorflow(await definitionOf(name), ids, 100, true)
    const out = new Float32Array(expected.length)
    model.run(ids, model.createState(), out)
    const worst = out.reduce((max, value, i) => Math.max(max, Math.abs(value - expected[i])), 0)
    expect(expected.length).toBe(310_000)
    expect(worst).toBeLessThanOrEqual(1e-5)
  },
)

test('windows of 100, padded and in one batch, give the same text as the live stream', async () => {
  const model = await load('caesar-3')
  const ciphertext = encrypt(mobyDick.read().slice(20_000, 29_950))
  const live = model.tokenizer.decode(model.tokenizer.encode(runNet(model, ciphertext)))
  const { ids, mask, shape } = padSequences([model.tokenizer.encode(ciphertext)], { length: LENGTH })
  const probabilities = withTensorflow(await definitionOf('caesar-3'), ids, shape[0])
  const vocabulary = model.tokenizer.vocabulary
  const best = Array.from(ids, (_, i) => {
    const row = probabilities.slice(i * vocabulary, (i + 1) * vocabulary)
    return row.indexOf(Math.max(...row))
  })
  const windowed = model.tokenizer.decode(best.filter((_, i) => mask[i] === 1))
  expect(shape[0]).toBe(100)
  expect(windowed).toBe(live)
})
