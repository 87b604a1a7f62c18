import { expect, test, vi } from 'vitest'
import { ask, type OpenSession, openSession } from '../testing/sessions.ts'
import { openSocket } from '../testing/socket.ts'
import { createWork } from '../work/work.ts'
import { Heeded } from './heeded.ts'
import { limits } from './limits.ts'
import { createRecord } from './session-record.ts'
import { AskedWork } from './session-work.ts'

const clientRate = () => ({ most: 1_000_000, perSecond: 1 })
const limited = expect.objectContaining({ code: 'work_limited' })

test('what reads nothing is charged to the client, and bounded; who only reads holds up no writer', () => {
  const work = { ...createWork(), clientRate }
  const heeded = new Heeded(work)
  const record = createRecord({ cipher: 'auto', model: 'english' }, 0, 'somebody')
  for (let i = 0; i < limits.heedAtOnce; i++) heeded.heed({ scope: 'read' }, record, 1000)
  expect(() => heeded.heed({ scope: 'read' }, record, 1000)).toThrow(limited)
  expect(work.ledger.check('somebody', clientRate())).toBe(1_000_000)
  for (let i = 0; i < limits.heedAtOnce; i++) heeded.heed({ scope: 'write' }, record, 1000)
  expect(() => heeded.heed({ scope: 'write' }, record, 1000)).toThrow(limited)
  expect(work.ledger.check('somebody', clientRate())).toBeCloseTo(
    1_000_000 - limits.heedAtOnce * limits.heedWork,
    -2,
  )
  // A second later there are so many more.
  for (let i = 0; i < limits.heedRate; i++) heeded.heed({ scope: 'write' }, record, 2000)
  expect(() => heeded.heed({ scope: 'write' }, record, 2000)).toThrow(limited)
})

test('a burst of signs of life and acknowledgements is sent away, and the session goes on', async () => {
  const session = await openSession('cipher=caesar&key=3')
  const socket = await openSocket(session)
  socket.sendMarks()
  // Nothing is earned meanwhile.
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  for (let i = 0; i <= limits.heedAtOnce; i++) socket.send('{ "type": "keepalive" }')
  expect(await socket.closed).toMatchObject({ code: 1013, reason: 'work_limited' })
  const refused = await ask(session, '', { method: 'GET' })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  const sent = await ask(session, '/chunks?seq=0', { method: 'POST', body: 'gdwd' })
  expect(sent.status).toBe(200)
  const watcher = (await (await ask(session, '/tokens?scope=read')).json()) as OpenSession | { code: string }
  expect(watcher).toMatchObject({ code: 'work_limited' })
  expect((await ask(session, '', { method: 'DELETE' })).status).toBe(204)
  now.mockRestore()
})

test('a session that was asked for too much, and could do nothing of it, is asked again some time later', () => {
  const asked = new AskedWork({ ...createWork(), clientRate })
  const record = createRecord({ cipher: 'auto', model: 'english' }, 0)
  const most = limits.workAtOnce / limits.stepWork
  for (let i = 0; i < most; i++) asked.ask(record, 1000)
  expect(() => asked.ask(record, 1000)).toThrow(limited)
  expect(() => asked.ask(record, 2000)).not.toThrow()
})
