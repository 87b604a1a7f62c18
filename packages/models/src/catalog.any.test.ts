import { createCaesar, createRandom } from '@runnel/core'
import { loadModel, taskOf } from '@runnel/rnn-model'
import { expect, test } from 'vitest'
import { catalog, findModel } from './catalog.ts'
import { languageNets, languages, shippedNets } from './languages.ts'
import { netList } from './net-list.ts'
import { recipes } from './recipes/index.ts'

const names = Object.keys(catalog)

test('every recipe has a model, and every model the configuration of its recipe', async () => {
  expect(Object.keys(shippedNets)).toEqual(Object.keys(recipes()))
  for (const [name, load] of Object.entries(shippedNets))
    expect((await loadModel(await load())).config).toEqual(recipes()[name].config)
})

test('a net of many languages is listed with its file and the languages that it read', async () => {
  expect(Object.keys(netList)).toEqual(Object.keys(languageNets))
  for (const [name, { bytes, sha256, languages: codes }] of Object.entries(netList)) {
    const { base64 } = await languageNets[name]()
    expect(atob(base64).length).toBe(bytes)
    const file = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file))
    expect(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(sha256)
    expect(Object.keys(languages)).toEqual(expect.arrayContaining([...codes]))
  }
})

test('an unknown name is refused with those that are known', async () => {
  await expect(findModel('caesar-4')).rejects.toThrow(
    `model: expected one of ${names.join(', ')}, received "caesar-4"`,
  )
  await expect(findModel('toString')).rejects.toThrow('received "toString"')
})

test('an embedded model with one character altered is refused', async () => {
  const { name, base64 } = await findModel('caesar-3')
  const altered = `${base64.slice(0, 5000)}${base64[5000] === 'A' ? 'B' : 'A'}${base64.slice(5001)}`
  await expect(loadModel({ name, base64: altered })).rejects.toThrow('sha256')
})

/** FNV-1a over the bytes of all probabilities. */
const checksum = (values: Float32Array): number => {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(values.buffer)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

test.each([
  ['caesar-3', 2503848208],
  ['caesar-3-scalar', 849938312],
  ['english', 1788601216],
  ['shift-any', 4123775326],
  ['european', 3513584823],
])('%s: the same bits in Node, workerd and Chromium', async (name, expected) => {
  const model = await loadModel(await shippedNets[name]())
  const random = createRandom(11)
  const ids = Array.from({ length: 3000 }, () => 1 + random.integer(model.tokenizer.vocabulary - 1))
  const out = new Float32Array(ids.length * model.outputs)
  model.run(ids, model.createState(), out)
  expect(checksum(out)).toBe(expected)
})

test.each(['caesar-3', 'caesar-3-encipher'])('%s maps the whole alphabet', async (name) => {
  const model = await loadModel(await findModel(name))
  const plain = 'the quick brown fox jumps over the lazy dog, abcdefghijklmnopqrstuvwxyz'
  const cipher = createCaesar().encrypt(plain, { shift: 3 })
  const [given, right] =
    taskOf(model.config, 'transduce').direction === 'decipher' ? [cipher, plain] : [plain, cipher]
  const state = model.createState()
  const best = Array.from(model.tokenizer.encode(given), (id) => {
    const probabilities = model.step(id, state)
    return probabilities.indexOf(Math.max(...probabilities))
  })
  expect(model.tokenizer.decode(best)).toBe(right.replace(',', '?'))
})
