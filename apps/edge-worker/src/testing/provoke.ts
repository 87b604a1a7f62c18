import type { ProblemCode } from '../problem.ts'
import { limits } from '../session-object/limits.ts'
import type { Operation } from './contract.ts'
import { type TestService, testService } from './requests.ts'

/** A request that is on its way to a service, to be spoilt. */
export interface Attempt {
  service: TestService
  operation: Operation
  /** Path with its parameters filled in. */
  path: string
  query: URLSearchParams
  init: { method: string; headers: Record<string, string>; body?: BodyInit }
  /** Answers that stay open: of one that nobody holds the stream is collected, and its place is free again. */
  held: Response[]
}

/** A request that an operation should answer well: a session of its own where it needs one, and what is required. */
export const attempt = async (operation: Operation, service = testService()): Promise<Attempt> => {
  const { method, parameters, requestBody } = operation
  const query = new URLSearchParams()
  for (const { name, in: place, required, schema } of parameters) {
    if (place === 'query' && required) query.set(name, schema.examples?.[0] ?? '')
  }
  const init: Attempt['init'] = { method, headers: {}, ...(requestBody !== undefined && { body: 'gdwd' }) }
  let path = operation.path
  if (path.includes('{id}')) {
    const begun = await testService().send('/v1/sessions?model=caesar-3', { method: 'POST' })
    const { id, token } = (await begun.json()) as { id: string; token: string }
    path = path.replace('{id}', id)
    init.headers.authorization = `Bearer ${token}`
    if (path.includes('{tokenId}'))
      path = path.replace('{tokenId}', (await issued(path, init, 'read')).tokenId)
    if (operation.path.endsWith('/socket')) init.headers.upgrade = 'websocket'
    if (query.has('id')) query.set('id', await firstId({ service, operation, path, query, init, held: [] }))
  }
  return { service, operation, path, query, init, held: [] }
}

/** Sends what is left of an attempt. */
export const go = ({ service, path, query, init }: Attempt): Promise<Response> =>
  service.send(`${path}${query.size > 0 ? `?${query}` : ''}`, init)

/** Sends something else to the session of an attempt. */
const toSession = ({ service, path, init }: Attempt, rest: string, method: string, body?: string) =>
  service.send(path.replace(/(sessions\/[^/]+).*/, `$1${rest}`), {
    method,
    headers: { authorization: init.headers.authorization },
    ...(body !== undefined && { body }),
  })

const end = (attempt: Attempt) => toSession(attempt, '/chunks?seq=0&end=true', 'POST', 'gdwd')

/** A further token of the session of a path. */
const issued = async (path: string, { headers }: Attempt['init'], scope: string) => {
  const tokens = path.replace(/(sessions\/[^/]+).*/, '$1/tokens')
  const answer = await testService().send(`${tokens}?scope=${scope}`, { method: 'POST', headers })
  return (await answer.json()) as { token: string; tokenId: string }
}

/** The id of the first event of an attempt's session, which ends it. */
const firstId = async (attempt: Attempt): Promise<string> => {
  await end(attempt)
  const events = await (await toSession(attempt, '/events', 'GET')).text()
  return /^id: (.*)$/m.exec(events)?.[1] as string
}

const revokeFirst = async (attempt: Attempt): Promise<void> => {
  attempt.init.headers['idempotency-key'] = crypto.randomUUID()
  const { id, token } = (await (await go(attempt)).json()) as { id: string; token: string }
  const headers = { authorization: `Bearer ${token}` }
  await testService().send(`/v1/sessions/${id}/tokens/first`, { method: 'DELETE', headers })
}

const idName = ({ operation }: Attempt) => (operation.path.endsWith('/ack') ? 'id' : 'lastEventId')

const open = (bindings: Parameters<typeof testService>[0]) => async (attempt: Attempt) => {
  attempt.service = testService(bindings)
}

/** Brings each problem about: changes a good attempt, or what it meets. */
export const provoke: Partial<Record<ProblemCode, (attempt: Attempt) => Promise<unknown>>> = {
  invalid_option: async ({ query }) => query.set('nonsense', '1'),
  query_too_long: async ({ query }) => query.set('nonsense', 'x'.repeat(3000)),
  not_acceptable: async ({ init }) => (init.headers.accept = 'image/png'),
  unsupported_media_type: async ({ init }) => (init.headers['content-encoding'] = 'gzip'),
  body_too_large: async (attempt) => {
    attempt.init.headers['content-length'] = '4'
    await open({ CEILINGS: { bodyBytes: 3 } })(attempt)
  },
  api_key_refused: open({ API_KEYS: 'a-key-that-nobody-sends' }),
  rate_limited: async (attempt) => {
    attempt.init.headers['cf-connecting-ip'] = '192.0.2.1'
    await open({ RATE_LIMITER: { limit: async () => ({ success: false }) } })(attempt)
  },
  internal: open({ CEILINGS: 'no ceilings' }),
  sessions_not_configured: open({ SESSION_SECRET: '' }),
  model_unavailable: async (attempt) => {
    attempt.query.set('model', 'tested')
    await open({ MODEL_SHA256: { tested: '0'.repeat(64) } })(attempt)
  },
  unauthorised: async ({ init }) => (init.headers.authorization = 'Bearer forged'),
  read_only: async ({ path, init }) => {
    init.headers.authorization = `Bearer ${(await issued(path, init, 'read')).token}`
  },
  token_revoked: async (attempt) => {
    const { path, init } = attempt
    // Where one begins a session there is none yet: the first token of an earlier try is revoked.
    if (!path.includes('/sessions/')) return revokeFirst(attempt)
    const { token, tokenId } = await issued(path, init, 'write')
    await toSession(attempt, `/tokens/${tokenId}`, 'DELETE')
    init.headers.authorization = `Bearer ${token}`
  },
  token_unknown: async (attempt) => (attempt.path = attempt.path.replace(/[^/]+$/, 'unknown')),
  too_many_tokens: async ({ path, init }) => {
    for (let tokens = 1; tokens < limits.tokens; tokens++) await issued(path, init, 'read')
  },
  session_gone: (attempt) => toSession(attempt, '', 'DELETE'),
  session_ended: async (attempt) => {
    await end(attempt)
    if (attempt.query.has('seq')) attempt.query.set('seq', '1')
  },
  idempotency_key_reused: async (attempt) => {
    attempt.init.headers['idempotency-key'] = crypto.randomUUID()
    await go(attempt)
    if (attempt.path.endsWith('/tokens')) attempt.query.set('scope', 'write')
    else attempt.query.set('commit', '0.9')
  },
  chunk_conflict: (attempt) => toSession(attempt, '/chunks?seq=0', 'POST', 'other'),
  sequence_gap: async ({ query }) => query.set('seq', '2'),
  chunk_too_large: async ({ init }) => (init.body = 'x'.repeat(limits.chunkBytes + 1)),
  wrong_epoch: async (attempt) => attempt.query.set(idName(attempt), 'ffff-1'),
  too_many_readers: async (attempt) => {
    for (let reader = 0; reader < limits.readers; reader++) attempt.held.push(await go(attempt))
  },
  upgrade_required: async ({ init }) => delete init.headers.upgrade,
}

/** Problems that no request can bring about, and why. */
export const unprovoked: Partial<Record<ProblemCode, string>> = {
  overloaded: 'said by the platform when an object gets more than it can take',
  work_limited: 'takes seconds of work; tested with streams, and with the session itself',
  too_much_work: 'takes minutes of work; tested with streams, and with the session itself',
  interrupted: 'said by the platform when an object moves; the load tests kill it',
  events_gone: 'comes of sessions from before their text was kept; tested with one made so',
  model_changed: 'comes with a deployment that brings another file under the same name',
  chunk_too_slow:
    'comes of a body that is never sent whole; tested with the reading of chunks, and on a socket',
  malformed_encoding: 'takes an encoding in the query or of the session; tested with the query',
  took_too_long: 'comes of a body in JSON that is never sent whole; tested with these',
  session_too_long: 'takes 16 MiB; tested with the session itself',
  text_too_long: 'takes 64 Ki letters of a transposition; tested with streams of ciphers',
}

/** Problems that are no answer of any route, and where they are told instead. */
export const beside: Partial<Record<ProblemCode, string>> = {
  not_found: 'where there is no route',
  method_not_allowed: 'where there is no route of that method',
  bad_request: 'where hono itself cannot read a request, and of a body that breaks off',
  unknown_symbol: 'thrown by tokenizers, which routes give only what they know',
  idle_too_long: 'at the end of a stream that has begun',
  too_many_events: 'at the end of a stream that has begun',
  bad_message: 'in sockets',
  slow_reader: 'in sockets',
  session_expired: 'to readers that are there when it happens',
  reader_replaced: 'to readers that are there when it happens',
  session_cancelled: 'to readers that are there when it happens',
}
