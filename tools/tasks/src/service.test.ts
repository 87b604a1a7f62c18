import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { decipherSample } from './live-sample.ts'
import { type SharedService, sharedService } from './shared-service.ts'

const start = path.join(import.meta.dirname, 'start.ts')

const isServed = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    () => true,
    () => false,
  )

const endless = (): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(stream) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      stream.enqueue(new TextEncoder().encode('gdwd '))
    },
  })

describe('the service on workerd, over HTTP', () => {
  let service: SharedService
  beforeAll(async () => {
    service = await sharedService()
  }, 60_000)
  afterAll(() => service.stop())

  const post = (route: string, body: RequestInit['body']) =>
    fetch(`${service.url}${route}`, { method: 'POST', body, duplex: 'half' } as RequestInit)

  test.each([
    ['gdwd', 'data'],
    ['L Olnh Dssohv', 'I Like Apples'],
    ['defghijklmnopqrstuvwxyzabc', 'abcdefghijklmnopqrstuvwxyz'],
  ])('%j ↔ %j', async (ciphertext, plaintext) => {
    expect(await (await post('/v1/decipher?model=caesar-3', ciphertext)).text()).toBe(plaintext)
    expect(await (await post('/v1/encipher?cipher=caesar&key=3', plaintext)).text()).toBe(ciphertext)
  })

  test('the first plaintext arrives before the last ciphertext is sent', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const encoder = new TextEncoder()
    writer.write(encoder.encode('L Olnh ')).catch(() => {})
    const answer = await post('/v1/decipher?model=caesar-3', readable)
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('I Like ')
    await writer.write(encoder.encode('Dssohv'))
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('Apples')
    await writer.close()
    expect((await reader.read()).done).toBe(true)
  })

  test('the sample is deciphered, and its start comes before its end is sent', async () => {
    const quiet = Object.assign(new PassThrough().resume(), { isTTY: false }) as unknown as NodeJS.WriteStream
    const { plaintext, done, sentBeforeFirst, ciphertext } = await decipherSample(service.url, quiet)
    expect(plaintext).toMatch(/^There are also letters of his to Cicero/)
    expect(done).toMatchObject({ cipher: 'caesar', key: { shift: 11 }, letters: 371 })
    expect(sentBeforeFirst).toBeLessThan(ciphertext.length)
  })

  test('a client that leaves midway leaves the service well', async () => {
    const controller = new AbortController()
    const options = {
      method: 'POST',
      body: endless(),
      duplex: 'half',
      signal: controller.signal,
    } as RequestInit
    const answer = await fetch(`${service.url}/v1/decipher`, options)
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^data /)
    controller.abort()
    await expect(reader.read()).rejects.toThrow()
    expect(await (await post('/v1/decipher', 'gdwd')).text()).toBe('data')
  })
})

describe('npm start', () => {
  test('says that a port is in use, and ends with status 1', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { status, stderr } = spawnSync(process.execPath, [start, '--once', '--port', String(port)], {
      encoding: 'utf8',
    })
    taken.close()
    expect(stderr).toBe(`Port ${port} is in use: end what listens there, or choose another with --port.\n`)
    expect(status).toBe(1)
  })

  test.each([
    [['--port', '0'], '--port: expected a number from 1 to 65535, received 0'],
    [['--port', 'x'], '--port: expected a number from 1 to 65535, received x'],
    [['--ones'], "Unknown option '--ones'"],
  ])('refuses %j with status 2 and its help', (words, message) => {
    const { status, stderr } = spawnSync(process.execPath, [start, ...words], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).toContain('npm start [-- --once]')
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s while serving ends it, and workerd with it',
    async (signal) => {
      const port = await freePort()
      const child = spawn(process.execPath, [start, '--port', String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      for await (const text of child.stdout.setEncoding('utf8')) {
        said += text
        if (said.includes('Serving at')) break
      }
      expect(await isServed(port)).toBe(true)
      child.kill(signal)
      const [status] = await once(child, 'exit')
      expect(status).toBe(0)
      expect(await isServed(port)).toBe(false)
    },
  )
})
