import { createCaesar } from '@runnel/core'
import { type ModelConfig, type WeightArray, weightShapes } from '@runnel/rnn-model'
import { createModel } from '@runnel/rnn-model/typed-array'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { allEvents } from '../testing/index.ts'

/** A net that takes every letter for one of shift 3, unless it is a q, which it takes for one of shift 9. */
const createNet = () => {
  const config: ModelConfig = {
    name: 'three-or-nine',
    tokenizer: { alphabet: 'abcdefghijklmnopqrstuvwxyz ?', space: ' ', other: '?' },
    input: 'one-hot',
    layers: [{ cell: 'simple-rnn', units: 1 }],
    task: { kind: 'recognise-key', cipher: 'caesar', keys: 26 },
  }
  const weights: Record<string, WeightArray> = {}
  for (const [name, shape] of Object.entries(weightShapes(config))) {
    weights[name] = { shape, values: new Float32Array(shape.reduce((product, side) => product * side, 1)) }
  }
  weights['layer0.kernel'].values[17] = 8
  weights['output.bias'].values[3] = 12
  weights['output.kernel'].values[9] = 24
  return createModel({ config, weights }, config.name)
}
const decipherer = createDecipherer({ model: createNet() })

test('text is read with the key that the net names', () => {
  const events = allEvents(decipherer, [createCaesar().encrypt('I like apples, 42!', { shift: 3 })])
  expect(finalText(events)).toBe('I like apples, 42!')
  expect(events.at(-1)).toMatchObject({ type: 'done', cipher: 'caesar', key: { shift: 3 }, letters: 11 })
})

test('a key that it names later is told, and holds from there on', () => {
  const events = allEvents(decipherer, ['gdwd q'])
  expect(finalText(events)).toBe('data h')
  expect(events.filter((event) => event.type === 'key').map(({ start, key }) => [start, key])).toEqual([
    [0, { shift: 3 }],
    [5, { shift: 9 }],
  ])
})

test('another session goes on from its snapshot', () => {
  const first = decipherer.createSession()
  const text = finalText(first.push('gdwd q'))
  const second = decipherer.createSession(first.snapshot())
  expect(text + finalText(second.push(' gdwd')) + finalText(second.flush())).toBe('data h data')
})
