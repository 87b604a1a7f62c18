import { expect, test } from 'vitest'
import { RunnelServiceError } from '../errors.ts'
import { settled } from '../testing/fake-platform.ts'
import { start } from '../testing/started-session.ts'

test('aborting ends everything with the reason', async () => {
  const controller = new AbortController()
  const { platform, session, next } = start({ signal: controller.signal })
  platform.socket.open()
  const reading = next()
  controller.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
  await expect(session.push('x')).rejects.toThrow('enough')
  expect(platform.socket.closed).toBe(true)
})

test('cancelling asks again until the service has answered, and a session that is gone is cancelled', async () => {
  const answers = [
    () => Promise.reject(new TypeError('no network')),
    () => Promise.reject(new RunnelServiceError(503, 'interrupted', '')),
    () => Promise.reject(new RunnelServiceError(404, 'session_gone', '')),
  ]
  const asked: (string | undefined)[] = []
  const { platform, session, next } = start({}, { next: 0 }, async ({ method, path }) => {
    asked.push(`${method} ${path}`)
    return (answers.shift() as () => Promise<never>)()
  })
  platform.socket.open()
  const cancelled = session.cancel()
  await settled()
  await platform.pass(250)
  await platform.pass(500)
  await cancelled
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'DELETE /v1/sessions/s'))
  expect((await next()).done).toBe(true)
})
