import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits } from '../session-object/limits.ts'
import { readChunk } from './sessions-chunk.ts'

/** Milliseconds. */
const TIME = 30_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A body that gives a piece whenever it is asked, and notes when it is cancelled. */
const endless = (piece: Uint8Array) => {
  const body = { pulled: 0, cancelled: false }
  const readable = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      body.pulled++
      controller.enqueue(piece)
    },
    cancel: () => {
      body.cancelled = true
    },
  })
  return { body, readable }
}

test('pieces are put together', async () => {
  const pieces = ['L Olnh', ' ', 'Dssohv'].map((text) => new TextEncoder().encode(text))
  const readable = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  expect(new TextDecoder().decode(await readChunk(readable, TIME))).toBe('L Olnh Dssohv')
  expect(await readChunk(null, TIME)).toEqual(new Uint8Array(0))
})

test('a body without end is refused once it is too large, and cancelled', async () => {
  const { body, readable } = endless(new Uint8Array(1024))
  await expect(readChunk(readable, TIME)).rejects.toMatchObject({ code: 'chunk_too_large' })
  expect(body.pulled).toBeLessThan(limits.chunkBytes / 1024 + 4)
  expect(body.cancelled).toBe(true)
})

test('a body that trickles in is refused once it has taken too long, and cancelled', async () => {
  let cancelled = false
  let callOff = 0
  const readable = new ReadableStream<Uint8Array>({
    start: (controller) => {
      callOff = Number(setInterval(() => controller.enqueue(new Uint8Array(1)), 10_000))
    },
    cancel: () => {
      cancelled = true
      clearInterval(callOff)
    },
  })
  const refused = expect(readChunk(readable, TIME)).rejects.toMatchObject({ code: 'chunk_too_slow' })
  await vi.advanceTimersByTimeAsync(TIME)
  await refused
  expect(cancelled).toBe(true)
})

test.each(['is silent', 'trickles in'])('so is one of a connection that %s', async (how) => {
  // As the platform makes them: when one of these is cancelled, a read that waits is rejected.
  const { readable, writable } = new IdentityTransformStream()
  const writer = writable.getWriter()
  const callOff = setInterval(() => {
    if (how === 'trickles in') writer.write(new Uint8Array(1)).catch(() => {})
  }, 10_000)
  const refused = expect(readChunk(readable, TIME)).rejects.toMatchObject({ code: 'chunk_too_slow' })
  await vi.advanceTimersByTimeAsync(TIME)
  await refused
  clearInterval(callOff)
})

test('a body that breaks off is no fault of ours', async () => {
  const { readable, writable } = new IdentityTransformStream()
  const writer = writable.getWriter()
  const refused = expect(readChunk(readable, TIME)).rejects.toMatchObject({ status: 400 })
  await writer.write(new Uint8Array(1))
  await writer.abort(new Error('gone'))
  await refused
})
