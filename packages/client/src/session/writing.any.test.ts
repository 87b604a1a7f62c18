import { expect, test } from 'vitest'
import { settled } from '../testing/fake-platform.ts'
import { start } from '../testing/started-session.ts'

test('the end is stored when all is done, though nobody said so', async () => {
  const { platform, session } = start()
  platform.socket.open()
  const end = session.end()
  platform.socket.drop()
  await platform.pass(250)
  platform.socket.open()
  platform.socket.drop(1000, 'done')
  await end
})

test('push waits while more than the capacity is not stored', async () => {
  const { platform, session } = start({ capacity: 4 })
  platform.socket.open()
  await session.push('abc')
  let stored = false
  const push = session.push('de').then(() => {
    stored = true
  })
  await settled()
  expect(stored).toBe(false)
  platform.socket.say({ type: 'accepted', next: 1 })
  await push
})

test('bytes may be cut within a character, and the position counts what is stored', async () => {
  const { platform, session } = start()
  platform.socket.open()
  const [a, b, c] = new TextEncoder().encode('€')
  for (const byte of [a, b, c]) void session.push(Uint8Array.of(byte as number).buffer)
  await expect(session.push(42 as unknown as string)).rejects.toThrow(TypeError)
  expect(platform.socket.sent).toEqual([{ type: 'chunk', seq: 0, text: '€' }])
  expect(session.position().next).toBe(0)
  platform.socket.say({ type: 'accepted', next: 1 })
  expect(session.position().next).toBe(1)
})
