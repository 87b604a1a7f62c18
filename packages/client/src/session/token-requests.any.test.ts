import { expect, test, vi } from 'vitest'
import { RunnelServiceError } from '../errors.ts'
import type { Call } from '../http.ts'
import { settled } from '../testing/fake-platform.ts'
import { start } from '../testing/started-session.ts'

const HOUR = 3_600_000
const expires = (hours: number) => new Date(hours * HOUR).toISOString()
const entry = { tokenId: 'a', scope: 'read', expires: expires(1) }

/** A session of 24 hours, and what it asks; each answer is the next of those given. */
const started = (answers: (object | Error)[], options = {}) => {
  const asked: Call[] = []
  const session = start(
    { retry: { first: 1 }, ...options },
    { next: 0, expires: expires(24) },
    async (call) => {
      asked.push(call)
      const answer = answers.shift() ?? {}
      if (answer instanceof Error) throw answer
      return Response.json(answer)
    },
  )
  return { ...session, asked }
}

test('a token for others is asked for under one key, however many tries that takes', async () => {
  const { platform, session, asked } = started([new TypeError('no network'), { token: 'x', ...entry }])
  const issued = session.tokens.issue({ seconds: 60 })
  await settled()
  await platform.pass(1)
  expect(await issued).toEqual({ token: 'x', ...entry })
  expect(asked[0]).toMatchObject({
    method: 'POST',
    path: '/v1/sessions/s/tokens',
    query: { seconds: 60 },
    headers: { authorization: 'Bearer t', 'idempotency-key': expect.stringMatching(/^[\w-]{16,64}$/) },
  })
  expect(asked[1]?.headers).toEqual(asked[0]?.headers)
})

test('tokens are listed, and revoked though an earlier try did it', async () => {
  const { session, asked } = started([
    { tokens: [entry] },
    new RunnelServiceError(404, 'token_unknown', ''),
    new RunnelServiceError(404, 'session_gone', ''),
  ])
  expect(await session.tokens.list()).toEqual([entry])
  await session.tokens.revoke('a/b')
  expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/v1/sessions/s/tokens/a%2Fb' })
  await expect(session.tokens.revoke('a')).rejects.toMatchObject({ code: 'session_gone' })
})

test('renewed, a session has another token, in its position and in its next connection too', async () => {
  const { platform, session } = started([{ token: 'u', ...entry, scope: 'write' }])
  expect(await session.tokens.renew()).toBe(expires(1))
  expect([session.token, session.position()]).toMatchObject(['u', { token: 'u', expires: expires(1) }])
  platform.socket.drop()
  await platform.pass(1)
  expect(platform.socket.url.searchParams.get('token')).toBe('u')
})

test('it is renewed whenever half of its time is over, for as long as it is open', async () => {
  const { platform, session, asked } = started(
    [36, 54].map((hours) => ({ token: `t${hours}`, ...entry, expires: expires(hours) })),
  )
  await platform.pass(12 * HOUR - 1)
  expect(asked).toEqual([])
  await platform.pass(1)
  // An answer takes as long to be read as the runtime pleases.
  await vi.waitFor(() => expect(session.token).toBe('t36'))
  await platform.pass(12 * HOUR)
  await vi.waitFor(() => expect(session.token).toBe('t54'))
  expect(asked.map(({ path }) => path)).toEqual(['/v1/sessions/s/renew', '/v1/sessions/s/renew'])
  session.close()
  expect(platform.waits).not.toContain(15 * HOUR)
})

test('where that fails, it is tried again; who only reads, and who does not wish it, leave it', async () => {
  const { platform, asked } = started([
    new RunnelServiceError(400, 'invalid_option', ''),
    { token: 'u', ...entry, expires: expires(48) },
  ])
  await platform.pass(12 * HOUR)
  await settled()
  await platform.pass(6 * HOUR)
  expect(asked.length).toBe(2)
  for (const [options, position] of [
    [{ renew: false }, { next: 0 }],
    [{}, {}],
  ] as const) {
    const { platform: quiet } = start(options, { ...position, expires: expires(24) })
    expect(quiet.waits.filter((wait) => wait > HOUR)).toEqual([])
  }
})

test('the state of a session is read, and checked', async () => {
  const state = {
    next: 3,
    bytes: 9,
    ended: false,
    lastEventId: 'e-1',
    created: expires(0),
    expires: expires(24),
  }
  const { session, asked } = started([{ id: 's', ...state }])
  expect(await session.state()).toMatchObject(state)
  expect(asked[0]?.path).toBe('/v1/sessions/s')
})
