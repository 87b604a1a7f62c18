import { expect, test } from 'vitest'
import { toyIdentifyModel } from '../testing/index.ts'
import { decodeIdentifyModel, encodeIdentifyModel } from './identify-model.ts'

test('what was learned comes out of its file as it went in', async () => {
  const model = toyIdentifyModel()
  const { id, ...read } = await decodeIdentifyModel(await encodeIdentifyModel('toy', model))
  expect(id).toMatch(/^[\da-f]{64}$/)
  expect(read.classifier).toEqual(model.classifier)
  // Gains are held in 256ths of a bit.
  expect(read.english.pairs.every((gain, i) => Math.abs(gain - model.english.pairs[i]) <= 1 / 512)).toBe(true)
})

test('a file that is cut short, altered, or none is refused', async () => {
  const bytes = await encodeIdentifyModel('toy', toyIdentifyModel())
  const altered = bytes.slice()
  altered[altered.length - 40] ^= 1
  await expect(decodeIdentifyModel(bytes.subarray(0, -1))).rejects.toThrow('cut short')
  await expect(decodeIdentifyModel(altered)).rejects.toThrow('sha256')
  await expect(decodeIdentifyModel(new Uint8Array(60))).rejects.toThrow('magic')
})

test('weights for other features or kinds are refused', async () => {
  const model = toyIdentifyModel()
  const { classifier } = model
  const fewer = { ...classifier, hidden: classifier.hidden.subarray(1) }
  await expect(
    decodeIdentifyModel(await encodeIdentifyModel('toy', { ...model, classifier: fewer })),
  ).rejects.toThrow('payload')
  const none = { ...classifier, hiddenBias: new Float64Array(0) }
  await expect(
    decodeIdentifyModel(await encodeIdentifyModel('toy', { ...model, classifier: none })),
  ).rejects.toThrow('header')
})
