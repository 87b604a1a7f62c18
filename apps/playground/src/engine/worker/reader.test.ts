import { createAffine, createCaesar } from '@runnel/core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReadingOptions } from '../options.ts'
import { framesOf, type OpenReader, openReader, type Told } from '../testing/open-reader.ts'
import { SLICE } from './constants.ts'

const caesar = createCaesar()
const first = 'The morning was cold, and the boat had not come. '
const second = 'Nobody said a word until the tide turned.'
const example = caesar.encrypt(first, { shift: 7 }) + caesar.encrypt(second, { shift: 19 })

let reader: OpenReader
beforeAll(async () => {
  reader = await openReader()
})

/** Has a text read to its end. @returns what was told of it */
const readWhole = async (text: string, options: ReadingOptions = { cipher: 'auto' }): Promise<Told[]> => {
  const { told, receive, run } = reader
  const begin = told.length
  await receive({ type: 'start', reading: 1, options })
  await receive({ type: 'append', text })
  await receive({ type: 'flush' })
  run()
  return told.slice(begin)
}
const again = async (options: ReadingOptions): Promise<Told[]> => {
  const begin = reader.told.length
  await reader.receive({ type: 'again', reading: 2, options })
  reader.run()
  return reader.told.slice(begin)
}
const settled = (told: readonly Told[]): string =>
  framesOf(told)
    .map((frame) => frame.settled)
    .join('')
const startedOf = (told: readonly Told[]) => told.find(({ type }) => type === 'started')

test('a model that was handed over: what it is, and the bits of its language', () => {
  expect(reader.told[0]).toEqual({
    type: 'ready',
    model: 'english',
    engine: 'wasm-int8',
    units: 256,
    language: expect.closeTo(2.1, 0),
    random: 4.7,
  })
})

describe('a text that is pasted', () => {
  test('is settled, with a column for each letter, news of its keys and an ending', async () => {
    const told = await readWhole(example)
    const frames = framesOf(told)
    expect(settled(told)).toBe(first + second)
    const columns = frames.flatMap((frame) => frame.columns)
    expect(columns.map(({ cipher }) => cipher).join('')).toBe(example)
    expect(columns[10].memory.length).toBe(48)
    expect(columns[0].rows.length).toBe(313)
    expect(frames.flatMap(({ news }) => news).at(-1)).toMatchObject({
      cipher: 'caesar',
      key: { shift: 19 },
      start: first.length,
      noticed: expect.closeTo(first.length + 8, -1),
    })
    expect(frames.at(-1)?.ending).toMatchObject({ cipher: 'caesar', letters: 70 })
    expect(startedOf(told)).toMatchObject({ keys: 313, left: 313 })
  })

  test('has its heading left as it stands: no column, and no key of it', async () => {
    const heading = 'Subject: the boat\n'
    const told = await readWhole(heading + example, { cipher: 'auto', encoding: 'auto' })
    expect(settled(told)).toBe(heading + first + second)
    const columns = framesOf(told).flatMap((frame) => frame.columns)
    expect(columns[0]).toMatchObject({ start: heading.length, cipher: example[0] })
    expect(columns.at(-1)?.start).toBe(heading.length + example.length - 1)
    const [news] = framesOf(told).flatMap(({ news }) => news)
    expect(news.start).toBeGreaterThanOrEqual(heading.length)
    await reader.receive({ type: 'inspect', request: 1, from: 30, to: 31 })
    const inspected = reader.told.at(-1)
    expect(inspected).toMatchObject({
      inspection: { columns: [{ start: 30, cipher: example[30 - heading.length] }] },
    })
  })

  test('may come before the model, and is read once that is there', async () => {
    const early = await openReader(undefined, async (receive) => {
      await receive({ type: 'start', reading: 7, options: { cipher: 'auto' } })
      await receive({ type: 'append', text: example.slice(0, 30) })
      await receive({ type: 'append', text: example.slice(30) })
      await receive({ type: 'flush' })
    })
    early.run()
    expect(settled(early.told)).toBe(first + second)
    expect(framesOf(early.told).every(({ reading }) => reading === 7)).toBe(true)
  })
})

describe('letters set by hand', () => {
  const text = caesar.encrypt(first, { shift: 7 })

  test('leave the keys that read them so', async () => {
    await readWhole(text)
    expect(startedOf(await again({ cipher: 'auto', locks: [{ cipher: 'h', plain: 'o' }] }))).toMatchObject({
      left: 12,
    })
    const locks = [
      { cipher: 'a', plain: 't' },
      { cipher: 'o', plain: 'h' },
    ]
    const told = await again({ cipher: 'auto', locks })
    expect(startedOf(told)).toMatchObject({ keys: 313, left: 1 })
    expect(settled(told)).toBe(first)
    expect(framesOf(told).at(0)?.columns[0].rows.length).toBe(1)
  })

  test('that contradict one another: the one that took the last key is named, and the text stays', async () => {
    await readWhole(text)
    const locks = [
      { cipher: 'h', plain: 'o' },
      { cipher: 'e', plain: 'o' },
    ]
    const told = await again({ cipher: 'auto', locks })
    expect(told).toEqual([{ type: 'started', reading: 2, keys: 313, left: 0, contradiction: locks[1] }])
    expect(settled(await again({ cipher: 'auto' }))).toBe(first)
  })

  test('a word that is known leaves the keys under which it stands in the text', async () => {
    await readWhole(text)
    expect(startedOf(await again({ cipher: 'auto', word: 'Morning' }))).toMatchObject({ left: 1 })
    expect(startedOf(await again({ cipher: 'auto', word: 'zzzz' }))).toMatchObject({
      left: 0,
      contradiction: { word: 'zzzz' },
    })
  })
})

test('keys that are known are read with from where each begins, a phase anew', async () => {
  const affine = createAffine()
  const text = example + affine.encrypt('and the wind', { a: 5, b: 8 })
  const stretches = [
    { start: 0, cipher: 'caesar', key: '7' },
    { start: first.length, cipher: 'caesar', key: '19' },
    { start: example.length, cipher: 'affine', key: '5,8' },
  ]
  const told = await readWhole(text, { cipher: 'auto', stretches })
  expect(settled(told)).toBe(`${first}${second}and the wind`)
  expect(framesOf(told).at(-1)?.ending).toMatchObject({ cipher: 'affine', letters: 80 })
})

describe('looking back', () => {
  test('any letter is told as it was when it came, whatever is asked for first', async () => {
    const text = example.repeat(14)
    const { receive, run, told } = reader
    await receive({ type: 'start', reading: 3, options: { cipher: 'auto' } })
    const live = new Map<number, unknown>()
    for (let at = 0; at < text.length; at++) {
      await receive({ type: 'append', text: text[at] })
      run()
      const frame = framesOf(told).at(-1)
      live.set(at + 1, {
        waiting: frame?.waiting,
        columns: frame?.columns.map(({ rows: _, ...column }) => column),
      })
    }
    for (const to of [1200, 1, 60, 61, 62, 999, 1001, 1000, text.length]) {
      await receive({ type: 'inspect', request: to, from: to - 1, to })
      const answer = told.at(-1)
      const inspection = answer?.type === 'inspected' ? answer.inspection : undefined
      const columns = inspection?.columns.map(({ rows: _, ...column }) => column)
      expect({ waiting: inspection?.waiting, columns }).toEqual(live.get(to))
    }
  })

  test('before anything was read there is nothing to be seen', async () => {
    const empty = await openReader()
    await empty.receive({ type: 'inspect', request: 1, from: 0, to: 1 })
    expect(empty.told.at(-1)).toEqual({ type: 'inspected', request: 1, error: 'nothing has been read' })
  })
})

describe('slices', () => {
  test('end after some milliseconds, and give way: reading stops at once, and goes on', async () => {
    let time = 0
    // Each look at the clock takes a millisecond.
    const slow = await openReader(() => time++)
    await slow.receive({ type: 'start', reading: 1, options: { cipher: 'auto' } })
    await slow.receive({ type: 'append', text: example.repeat(40) })
    slow.slice()
    const [frame] = framesOf(slow.told)
    expect(frame.read).toBeGreaterThan(0)
    expect(frame.read).toBeLessThan(SLICE * 512)
    expect(frame.read).toBeLessThan(frame.total)
    await slow.receive({ type: 'stop' })
    slow.run()
    expect(framesOf(slow.told).at(-1)).toMatchObject({ stopped: true, read: frame.read })
    await slow.receive({ type: 'resume' })
    slow.run()
    expect(framesOf(slow.told).at(-1)?.read).toBe(frame.total)
  })

  test('of a long text columns are told for its end alone', async () => {
    const columns = framesOf(await readWhole(example.repeat(40))).flatMap((frame) => frame.columns)
    expect(columns.length).toBeLessThan(2 * 512 + 512)
    expect(columns.at(-1)?.start).toBe(example.length * 40 - 1)
  })
})

describe('trouble', () => {
  test('a damaged model is told, and so is a cipher that is none', async () => {
    const { receive, told } = reader
    await receive({ type: 'load', model: new ArrayBuffer(100) })
    expect(told.at(-1)).toMatchObject({ type: 'fault', code: 'model-damaged' })
    await receive({ type: 'start', reading: 9, options: { cipher: 'enigmatic' } })
    expect(told.at(-1)).toMatchObject({ type: 'fault', code: 'reading-failed' })
    expect(settled(await readWhole(example))).toBe(first + second)
  })
})
