import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SharedService, sharedService } from './shared-service.ts'

let service: SharedService
beforeAll(async () => {
  service = await sharedService()
}, 60_000)
afterAll(() => service.stop())

test('curl shows cipher, key and belief of a message in the headers of its answer', () => {
  const { status, stdout } = spawnSync(
    'curl',
    ['-sS', '-i', '--data-binary', 'Aol tvyupun dhz jvsk', `${service.url}/v1/decipher`],
    { encoding: 'utf8', timeout: 30_000 },
  )
  expect(status).toBe(0)
  expect(stdout).toMatch(/^runnel-cipher: caesar\r$/im)
  expect(stdout).toMatch(/^runnel-key: \{"shift":7\}\r$/im)
  expect(stdout).toMatch(/^runnel-probability: (1|0\.99\d*)\r$/im)
  expect(stdout).toMatch(/\r\n\r\nThe morning was cold$/)
})

test('a message that is short and slow is answered while it still arrives, without them', async () => {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8')
  let received = ''
  socket.on('data', (text) => {
    received += text
  })
  socket.write('POST /v1/decipher?model=caesar-3 HTTP/1.1\r\nhost: service\r\ncontent-length: 8\r\n\r\ngdwd')
  await vi.waitFor(() => expect(received).toContain('data'), 20_000)
  expect(received).not.toMatch(/runnel-cipher/i)
  socket.write('Gdwd')
  await vi.waitFor(() => expect(received).toContain('Data'), 20_000)
  socket.destroy()
})
