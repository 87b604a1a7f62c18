import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRandom } from '@runnel/core'
import { findModel } from '@runnel/models'
import {
  encodeModel,
  loadWasmEngine,
  type ModelConfig,
  type ModelDefinition,
  weightShapes,
} from '@runnel/rnn-model'
import { createModel, typedArrayEngine } from '@runnel/rnn-model/typed-array'
import { expect, onTestFinished, test } from 'vitest'
import { trainKneserNey } from '../kneser-ney/index.ts'
import { foretoldByNet, foretoldByNgrams } from './bits.ts'
import { languageModels } from './language-models.ts'

const config: ModelConfig = {
  name: 'small',
  tokenizer: { alphabet: 'abc ', space: ' ' },
  input: 'one-hot',
  layers: [{ cell: 'gru', units: 8 }],
  task: { kind: 'language' },
}
const random = createRandom(1)
const net = (weight: () => number): ModelDefinition => ({
  config,
  weights: Object.fromEntries(
    Object.entries(weightShapes(config)).map(([name, shape]) => [
      name,
      { shape, values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, weight) },
    ]),
  ),
})
const untrained = net(() => 0)
const trained = net(() => random.next() - 0.5)
const ids = Uint16Array.from({ length: 2345 }, () => 1 + random.integer(4))

test('a net that knows nothing needs log2 of its vocabulary', () => {
  const { bitsPerCharacter } = foretoldByNet(ids, untrained, typedArrayEngine)
  expect(bitsPerCharacter).toBeCloseTo(Math.log2(5), 6)
})

test('a net reads one stream: the same bits as step by step, over the ends of chunks', () => {
  const model = createModel(trained, '', typedArrayEngine)
  const state = model.createState()
  let bits = 0
  for (let t = 0; t + 1 < ids.length; t++) bits -= Math.log2(model.step(ids[t], state)[ids[t + 1]])
  const { bitsPerCharacter } = foretoldByNet(ids, trained, typedArrayEngine)
  expect(bitsPerCharacter).toBeCloseTo(bits / (ids.length - 1), 6)
})

test('a net with another task is refused', () => {
  const other = {
    ...untrained,
    config: { ...config, task: { kind: 'recognise-key', cipher: 'caesar', keys: 26 } as const },
  }
  expect(() => foretoldByNet(ids, other, typedArrayEngine)).toThrow('a net with the task language')
})

test('n-grams that saw nothing but a, b, c in turn foretell them in hardly any bits', () => {
  const turns = Uint16Array.from({ length: 999 }, (_, i) => i % 3)
  const model = trainKneserNey(turns, 4, 3)
  const { bitsPerCharacter } = foretoldByNgrams(
    turns.map((symbol) => symbol + 1),
    model,
  )
  expect(bitsPerCharacter).toBeGreaterThan(0)
  expect(bitsPerCharacter).toBeLessThan(0.05)
  // What never came after ab costs as much as its share of what was taken off.
  const { bitsPerCharacter: surprised } = foretoldByNgrams(Uint16Array.from([1, 2, 1]), model)
  expect(surprised).toBeGreaterThan(3)
})

test('a file is measured as it is and with 8-bit weights; one with 8-bit weights once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-language-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'small.runnel')
  writeFileSync(file, await encodeModel(trained))
  const inFile = ({ name }: { name: string }) => name === 'small.runnel'
  const [real, quantised, ...more] = (await languageModels([file])).filter(inFile)
  expect([real.weights, quantised.weights, more]).toEqual(['float32', '8-bit', []])
  expect(quantised.size).toBeLessThan(real.size)

  writeFileSync(file, await encodeModel(quantised.definition))
  const again = (await languageModels([file])).filter(inFile)
  expect(again.map(({ weights, size }) => [weights, size])).toEqual([['8-bit', quantised.size]])
  const engine = await loadWasmEngine()
  expect(foretoldByNet(ids, again[0].definition, engine).bitsPerCharacter).toBeCloseTo(
    foretoldByNet(ids, quantised.definition, engine).bitsPerCharacter,
    9,
  )
})

test('nets for other tasks are passed over among those that ship, and refused in a file', async () => {
  const names = (await languageModels([])).map(({ definition }) => definition.config.task.kind)
  expect(names.filter((kind) => kind !== 'language')).toEqual([])
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-language-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'caesar-3.runnel')
  writeFileSync(file, Buffer.from((await findModel('caesar-3')).base64, 'base64'))
  await expect(languageModels([file])).rejects.toThrow('a net with the task language')
})
