import { createCaesar } from '@runnel/core'
import { expect, test } from 'vitest'
import { framesOf, openReader } from '../testing/open-reader.ts'

const caesar = createCaesar()
const [first, second] = [
  'The morning was cold, and the boat had not come. ',
  'Nobody said a word until the tide turned.',
]
const example = caesar.encrypt(first, { shift: 7 }) + caesar.encrypt(second, { shift: 19 })
const auto = { cipher: 'auto' }

test('a text that is pasted: settled as by a session, with columns, news and an ending', async () => {
  const { told, receive, run } = await openReader()
  expect(told).toEqual([
    expect.objectContaining({ type: 'ready', model: 'english', engine: 'wasm-int8', units: 256 }),
  ])
  await receive({ type: 'start', reading: 1, options: auto })
  await receive({ type: 'append', text: example })
  await receive({ type: 'flush' })
  run()
  const frames = framesOf(told)
  expect(frames.map(({ settled }) => settled).join('')).toBe(first + second)
  const columns = frames.flatMap((frame) => frame.columns)
  expect(columns.map(({ cipher }) => cipher).join('')).toBe(example)
  expect(frames.flatMap(({ news }) => news).at(-1)).toMatchObject({
    cipher: 'caesar',
    key: { shift: 19 },
    start: first.length,
  })
})
