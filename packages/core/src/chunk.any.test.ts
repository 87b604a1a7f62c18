import { expect, test } from 'vitest'
import { readChunk } from './chunk.ts'
import { InvalidOptionError } from './errors.ts'

test('text and bytes are given back as they are', () => {
  const bytes = Uint8Array.of(1, 2)
  expect(readChunk('gdwd')).toBe('gdwd')
  expect(readChunk(bytes)).toBe(bytes)
})

const { buffer } = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
test.each([
  ['a buffer', buffer, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['a view of numbers of two bytes', new Uint16Array(buffer, 2, 2), [3, 4, 5, 6]],
  ['a DataView', new DataView(buffer, 7), [8]],
  ['an empty buffer', new ArrayBuffer(0), []],
])('bytes of %s, not copied', (_, chunk, bytes) => {
  const read = readChunk(chunk)
  expect(read).toEqual(Uint8Array.from(bytes))
  if (bytes.length > 0) expect((read as Uint8Array).buffer).toBe(buffer)
})

test('what was transferred away has no bytes', () => {
  const [gone, viewed] = [new ArrayBuffer(2), new Uint16Array(2)]
  structuredClone([gone, viewed.buffer], { transfer: [gone, viewed.buffer] })
  expect([readChunk(gone), readChunk(viewed)]).toEqual([new Uint8Array(0), new Uint8Array(0)])
})

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  [42, '42'],
  [[103], 'an array'],
  [{ byteLength: 1 }, 'an object'],
])('%j is refused with a TypeError that Runnel knows as its own', (chunk, text) => {
  let error: unknown
  try {
    readChunk(chunk as unknown as string)
  } catch (thrown) {
    error = thrown
  }
  expect((error as Error).constructor).toBe(TypeError)
  expect(error).toMatchObject({
    name: 'TypeError',
    message: `chunk: expected text or bytes, received ${text}`,
    code: 'invalid_option',
    option: 'chunk',
    received: chunk,
    expected: 'text or bytes',
  })
  expect(InvalidOptionError.isInstance(error)).toBe(true)
  expect(Object.keys(error as object)).toEqual(['code', 'option', 'received', 'expected'])
})
