import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { clientDigestOf } from '../client-digest.ts'
import { streamHeaders } from '../decipher-body.ts'
import { decipherQuery } from '../decipher-query.ts'
import { type LengthCeiling, textBody } from '../middleware/text-body.ts'
import { described } from '../openapi/described.ts'
import { sessionRoutes } from '../openapi/session-routes.ts'
import { problem } from '../problem.ts'
import { RefusedError } from '../refused-error.ts'
import { sessionIdOf } from '../session-id.ts'
import type { Accepted } from '../session-object/answer.ts'
import type { IssuedToken } from '../session-object/bearer.ts'
import { limits } from '../session-object/limits.ts'
import { reach, sessionStub } from '../session-object/reach-session.ts'
import type { SessionState } from '../session-object/session-state.ts'
import { refusedUpgrade } from '../session-object/sockets.ts'
import { createToken } from '../session-token.ts'
import { validatedQuery } from '../validated-query.ts'
import { accepted, authorised, errorOf, type SessionsEnv } from './sessions-authorised.ts'
import { readChunk } from './sessions-chunk.ts'
import { sessionsTokensRoute } from './sessions-tokens.ts'

const bareQuery = () => v.strictObject({ token: v.optional(v.string()) })
const chunkQuery = () =>
  v.strictObject({
    ...bareQuery().entries,
    seq: v.pipe(
      v.string('a whole number, 0 or more'),
      v.regex(/^\d{1,15}$/, 'a whole number, 0 or more'),
      v.examples(['0']),
      v.transform(Number),
    ),
    end: v.optional(v.picklist(['true', 'false'], 'true or false')),
  })
const ackQuery = () => v.strictObject({ ...bareQuery().entries, id: v.string('the id of an event') })
const readerQuery = () =>
  v.strictObject({
    ...bareQuery().entries,
    lastEventId: v.optional(v.string()),
    reader: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[\w-]{1,64}$/, 'up to 64 letters, digits, hyphens and underlines'),
        v.description('a name of the reader’s own: when it comes again, it takes its own place'),
      ),
    ),
  })

const ofChunk: LengthCeiling = { code: 'chunk_too_large', what: 'a chunk', bytes: () => limits.chunkBytes }

/** `/v1/sessions`: sessions that outlive connections, each a Durable Object. */
export const sessionsRoute = () => {
  const about = sessionRoutes()
  return new Hono<SessionsEnv>()
    .post('/', described(about.open), validatedQuery(decipherQuery()), async (context) => {
      const options = context.req.valid('query')
      const { SESSIONS, SESSION_SECRET } = context.env
      const { model } = options
      const wish = {
        idempotencyKey: context.req.header('idempotency-key'),
        client: context.get('keyIsKnown') ? context.get('client') : '',
        model,
      }
      const id = await sessionIdOf(wish, SESSION_SECRET)
      const digest = await clientDigestOf(context.get('client'), SESSION_SECRET)
      const first = await accepted<IssuedToken>(sessionStub(SESSIONS, { id, model }).create(options, digest))
      const token = await createToken({ id, model, ...first }, SESSION_SECRET)
      context.header('location', `/v1/sessions/${id}`)
      return context.json({ id, token, expires: new Date(first.expires).toISOString() }, 201)
    })
    .get('/:id', described(about.state), validatedQuery(bareQuery()), async (context) => {
      const { session, by, claims } = await authorised(context, 'read')
      const { created, expires, ...state } = await accepted<SessionState>(session.state(by))
      const times = { created: new Date(created).toISOString(), expires: new Date(expires).toISOString() }
      return context.json({ id: claims.id, ...state, ...times })
    })
    .post(
      '/:id/chunks',
      described(about.chunks),
      validatedQuery(chunkQuery()),
      textBody(ofChunk),
      async (context) => {
        const { seq, end } = context.req.valid('query')
        const { session, by } = await authorised(context, 'write')
        const chunk = await readChunk(context.req.raw.body, context.get('settings').CEILINGS.chunkTime)
        return context.json(await accepted<Accepted>(session.push(by, { seq, chunk, end: end === 'true' })))
      },
    )
    .post('/:id/settle', described(about.settle), validatedQuery(bareQuery()), async (context) => {
      const { session, by } = await authorised(context, 'write')
      return context.json(await accepted<Accepted>(session.settle(by)))
    })
    .post('/:id/ack', described(about.ack), validatedQuery(ackQuery()), async (context) => {
      const { session, by } = await authorised(context, 'write')
      return context.json(await accepted<Accepted>(session.acknowledge(by, context.req.valid('query').id)))
    })
    .delete('/:id', described(about.cancel), validatedQuery(bareQuery()), async (context) => {
      const { session, by } = await authorised(context, 'write')
      await accepted<Accepted>(session.cancel(by))
      return context.body(null, 204)
    })
    .get('/:id/events', described(about.events), validatedQuery(readerQuery()), async (context) => {
      const answer = await openReader(context, '/events')
      if (answer.status === 204) return context.body(null, 204)
      return context.body(answer.body as ReadableStream, 200, streamHeaders('text/event-stream'))
    })
    .get('/:id/socket', described(about.socket), validatedQuery(readerQuery()), async (context) => {
      if (context.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        context.header('upgrade', 'websocket')
        return problem(context, 'upgrade_required', 'this route takes a WebSocket')
      }
      try {
        const { webSocket } = await openReader(context, '/socket')
        // A new answer, since middleware may not change the headers of one that was fetched.
        return new Response(null, { status: 101, webSocket })
      } catch (error) {
        if (error instanceof RefusedError) return refusedUpgrade(error)
        throw error
      }
    })
    .route('/', sessionsTokensRoute())
}

/** @throws RefusedError with what the object refuses */
const openReader = async (context: Context<SessionsEnv>, path: string): Promise<Response> => {
  const { session, by } = await authorised(context, 'read')
  const id = context.req.header('last-event-id') ?? context.req.query('lastEventId')
  const reader = context.req.query('reader')
  const query = new URLSearchParams({
    tokenId: by.tokenId,
    ...(id !== undefined && { lastEventId: id }),
    ...(reader !== undefined && { reader }),
  })
  const answer = await reach(
    session.fetch(`https://session.internal${path}?${query}`, {
      headers: { upgrade: context.req.header('upgrade') ?? '', 'x-request-id': context.get('requestId') },
    }),
  )
  if (answer.status === 400) throw errorOf(await answer.json())
  return answer
}
