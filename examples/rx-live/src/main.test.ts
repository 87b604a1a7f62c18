import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createDecipherer } from '@runnel/decipher'
import { createFixedShiftModel } from '@runnel/decipher/testing'
import { firstValueFrom, toArray } from 'rxjs'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { readLive } from './read-live.ts'

const servers: WebSocketServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A feed that sends its chunks, and then closes or not. */
const feed = async (chunks: readonly string[], closes = true) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  servers.push(server)
  server.on('connection', (socket) => {
    for (const chunk of chunks) socket.send(chunk)
    if (closes) socket.close()
  })
  await once(server, 'listening')
  return { server, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const model = createFixedShiftModel(3)
const decipherer = createDecipherer({ model })

test('all of a feed is read, and the socket closed', async () => {
  const { url } = await feed(['L Olnh ', 'Dss', 'ohv'])
  const drawn = await firstValueFrom(readLive(url, decipherer).pipe(toArray()))
  expect(drawn.at(-1)).toEqual({ start: 0, settled: 'I Like Apples', interim: '' })
  expect(model.memory.states).toBe(0)
})

test('leaving an endless feed closes its socket and frees the session', async () => {
  const { server, url } = await feed(['L Olnh Dssohv'], false)
  const closed = new Promise((resolve) =>
    server.once('connection', (socket) => socket.once('close', resolve)),
  )
  expect((await firstValueFrom(readLive(url, decipherer))).settled).toBe('I Like Apples')
  await closed
  expect(model.memory.states).toBe(0)
})

test('the program draws the plaintext', async () => {
  const { url } = await feed(['L Olnh ', 'Dssohv'])
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), url])
  let output = ''
  for await (const part of child.stdout.setEncoding('utf8')) output += part
  expect(output.split('\r').at(-1)).toBe('\u001b[2KI Like Apples\u001b[90m\u001b[39m\n')
})
