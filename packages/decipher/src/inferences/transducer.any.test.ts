import { LATIN } from '@runnel/core'
import { expect, test } from 'vitest'
import { createDecipherer } from '../decipherer.ts'
import { finalText } from '../pipelines/streams.ts'
import { createChangedModel } from '../testing/changed-model.ts'
import { allEvents, createRecallingModel, decipherWhole } from '../testing/index.ts'

const recalling = createRecallingModel()
const decipherer = createDecipherer({ model: recalling })
const read = (text: string): string => finalText(allEvents(decipherer, [text]))

test('a net that finds all letters alike takes the first, in the same case', () => {
  const alike = createDecipherer({ model: createChangedModel({}) })
  expect(finalText(allEvents(alike, ['Data, 42 ÄÖ!']))).toBe('Aaaa, 42 ÄÖ!')
})

test('what is no letter passes unchanged, and the net has read it', () => {
  expect(read('1 data').slice(0, 2)).toBe('1 ')
  expect(read('1 data').slice(2)).not.toBe(read('data'))
  expect(read('1 data')).toBe(decipherWhole(recalling)('1 data'))
})

test('case is none of the net’s concern', () => {
  const text = 'Gdwd, GDWD? gdwd!'
  expect(read(text).toLowerCase()).toBe(read(text.toLowerCase()))
})

test('a code point outside the alphabet is one symbol, whether it takes one unit or two', () => {
  expect(read('😀 gdwd').slice(2)).toBe(read('é gdwd').slice(1))
  expect(read('é gdwd').slice(1)).not.toBe(read(' gdwd'))
})

test('a net with no symbol for others passes them unread', () => {
  const model = createChangedModel({ tokenizer: { alphabet: LATIN } })
  const events = allEvents(createDecipherer({ model }), ['Gd 4', 'é😀d'])
  expect(finalText(events)).toBe('Aa 4é😀a')
  expect(events.at(-1)).toMatchObject({ type: 'done', start: 8, letters: 3 })
})

test('sessions share the model and leave it as it was', () => {
  const before = [...recalling.step(5, recalling.createState())]
  const session = decipherer.createSession()
  session.push('Gdwd, gdwd')
  session.flush()
  expect([...recalling.step(5, recalling.createState())]).toEqual(before)
})
