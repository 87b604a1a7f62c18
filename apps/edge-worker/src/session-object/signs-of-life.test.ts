import { expect, test, vi } from 'vitest'
import { openSession } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { SessionStore } from './session-record.ts'

test('signs of life that follow one another are written once, and all are answered', async () => {
  const socket = await openSocket(await openSession('cipher=caesar&key=3'))
  socket.sendMarks()
  socket.send({ type: 'chunk', seq: 0, text: 'gdwd' })
  const { id } = await socket.next('final')
  const write = vi.spyOn(SessionStore.prototype, 'write')
  for (let i = 0; i < 100; i++) {
    socket.send('{ "type": "keepalive" }')
    socket.send({ type: 'ack', id })
  }
  const answers = () => socket.messages.filter(({ type }) => type === 'keepalive').length
  await expect.poll(answers, { timeout: 10_000 }).toBe(100)
  // The first of both, and one more a second.
  expect(write.mock.calls.length).toBeLessThan(20)
  write.mockRestore()
})
