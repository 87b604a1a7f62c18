import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Service } from './service.ts'
import { startOnFreePort } from './start-on-free-port.ts'

/** Shorter than in use, so that the test need not wait; the rest is as wrangler.jsonc has it. */
const CEILINGS = JSON.stringify({ idle: 2000, bodyBytes: 64 * 1024 * 1024 })

let service: Service
let log = ''
beforeAll(async () => {
  service = await startOnFreePort({
    vars: { CEILINGS },
    log: (text) => {
      log += text
    },
  })
}, 60_000)
afterAll(() => service.stop())

/** Waits for the line of the log about the request `id`: it comes after the answer. */
const reportOf = (id: string): Promise<Record<string, unknown>> =>
  vi.waitFor(() => {
    const [line] = log.match(new RegExp(`^\\{.*"id":"${id}".*\\}$`, 'm')) ?? []
    if (line === undefined) throw new Error(`The log has no report of ${id}.`)
    return JSON.parse(line)
  }, 20_000)

/**
 * `curl -N -X POST -T -`: what is written to it is uploaded at once. With `-` it looks for an answer only after it has
 * read its input again, with `.` at any time.
 */
const curl = (from: '-' | '.', query: string, ...words: string[]) => {
  const url = `${service.url}/v1/decipher?${query}`
  const child = spawn('curl', ['-sS', '-N', '-X', 'POST', '-T', from, ...words, url], { stdio: 'pipe' })
  const received = { text: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    received.text += text
  })
  return { child, received, ended: once(child, 'exit') }
}

/** Begins an upload and sends one piece of it. */
const sendPiece = async (accept: string, id: string) => {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8')
  const received = { text: '' }
  socket.on('data', (text) => {
    received.text += text
  })
  socket.write(`${uploading(id)}accept: ${accept}\r\n\r\n4\r\ngdwd\r\n`)
  await once(socket, 'data')
  return { socket, received }
}

/** Opens an upload in chunks; headers may follow. */
const uploading = (id: string) =>
  `POST /v1/decipher?model=caesar-3 HTTP/1.1\r\nhost: runnel\r\nx-request-id: ${id}\r\ntransfer-encoding: chunked\r\n`

test('with curl -T - the first plaintext comes before the last ciphertext is typed', async () => {
  const { child, received, ended } = curl('-', 'model=caesar-3')
  child.stdin.write('L Olnh ')
  // It reads what has come only once there is more to send, and what was typed before it has begun counts as one piece.
  let typed = 0
  while (!received.text.startsWith('I Like ')) {
    await pause(300)
    child.stdin.write('Dssohv ')
    if (++typed > 30) throw new Error(`nothing came: ${received.text}`)
  }
  child.stdin.end('gdwd')
  expect(await ended).toEqual([0, null])
  expect(received.text).toBe(`I Like ${'Apples '.repeat(typed)}data`)
})

test('with curl -T . each piece is answered before the next is typed, the key unknown', async () => {
  const { child, received, ended } = curl('.', '')
  child.stdin.write('Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl. Dl dlua kvdu av aol ohyivby ')
  await vi.waitFor(() => expect(received.text).toMatch(/^The morning was/), 10_000)
  child.stdin.end('huk dhpalk.')
  expect(await ended).toEqual([0, null])
  expect(received.text).toMatch(/^The morning was cold, .* and waited\.$/)
})

test('a client that sends nothing for too long is told so', async () => {
  const { received, socket } = await sendPiece('application/x-ndjson', 'silent')
  // The chunk of no length: the answer is whole.
  await vi.waitFor(() => expect(received.text).toMatch(/\r\n0\r\n\r\n$/), 10_000)
  const events = Array.from(received.text.matchAll(/^\{.*\}$/gm), ([line]) => JSON.parse(line))
  expect(events.at(-2)).toMatchObject({ type: 'final', text: 'data' })
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'idle_too_long' })
  expect(await reportOf('silent')).toMatchObject({ outcome: 'cut off', bytesIn: 4 })
  socket.destroy()
})

test('as text the answer breaks off: it has no end', async () => {
  const { received, socket } = await sendPiece('text/plain', 'silent-text')
  await once(socket, 'close')
  expect(received.text).toContain('data')
  expect(received.text).not.toContain('\r\n0\r\n')
  expect(await reportOf('silent-text')).toMatchObject({ outcome: 'cut off', code: 'idle_too_long' })
})

test('a client that stops reading is held back, and cut off', async () => {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  socket.write(`${uploading('paused')}\r\n`)
  const piece = `10000\r\n${'gdwd'.repeat(16_384)}\r\n`
  let sent = 0
  while (!socket.destroyed && sent < 64 * 1024 * 1024) {
    sent += piece.length
    if (socket.write(piece)) continue
    if (await Promise.race([once(socket, 'drain'), once(socket, 'close').then(() => 'closed'), pause(1500)]))
      break
  }
  // What the two kernels' buffers and the platform hold, and no more.
  expect(sent).toBeLessThan(40 * 1024 * 1024)
  const report = await reportOf('paused')
  expect(report).toMatchObject({ code: 'idle_too_long' })
  expect(report.bytesIn).toBeLessThan(32 * 1024 * 1024)
  socket.destroy()
})

const pause = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('paused'), milliseconds))
