import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Service } from './service.ts'
import { startOnFreePort } from './start-on-free-port.ts'

let service: Service
let log = ''
beforeAll(async () => {
  service = await startOnFreePort({
    // Shorter than in use, so that the tests need not wait.
    vars: { CEILINGS: JSON.stringify({ chunkTime: 1000 }) },
    log: (text) => {
      log += text
    },
  })
}, 60_000)
afterAll(() => service.stop())

/** Lines of the log about the request `id`. */
const linesOf = (id: string): Record<string, unknown>[] =>
  Array.from(log.matchAll(/^\{.*\}$/gm), ([line]) => JSON.parse(line)).filter((line) => line.id === id)

/** Begins a chunk of a new session, and sends a piece of it. */
const beginChunk = async (id: string) => {
  const begun = await fetch(`${service.url}/v1/sessions?model=caesar-3`, { method: 'POST' })
  const session = (await begun.json()) as { id: string; token: string }
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8')
  const received = { text: '' }
  socket.on('data', (text) => {
    received.text += text
  })
  socket.write(
    `POST /v1/sessions/${session.id}/chunks?seq=0 HTTP/1.1\r\nhost: runnel\r\nx-request-id: ${id}\r\n` +
      `authorization: Bearer ${session.token}\r\ntransfer-encoding: chunked\r\n\r\n4\r\ngdwd\r\n`,
  )
  return { socket, received }
}

test.each(['silent', 'trickling'])(
  'a chunk that is %s takes too long, which is no fault of ours',
  async (id) => {
    const { socket, received } = await beginChunk(id)
    const callOff = setInterval(() => id === 'trickling' && socket.write('1\r\nx\r\n'), 200)
    await once(socket, 'data')
    await vi.waitFor(() => expect(received.text).toContain('"code":"chunk_too_slow"'), 10_000)
    expect(received.text).toMatch(/^HTTP\/1\.1 408 /)
    clearInterval(callOff)
    await vi.waitFor(
      () => expect(linesOf(id)).toMatchObject([{ status: 408, code: 'chunk_too_slow' }]),
      10_000,
    )
    socket.destroy()
  },
)

test('a chunk whose connection is lost is no fault of ours', async () => {
  const { socket } = await beginChunk('lost')
  await new Promise((resolve) => setTimeout(resolve, 300))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(linesOf('lost').filter(({ status, fault }) => fault !== undefined || Number(status) >= 500)).toEqual(
    [],
  )
})
