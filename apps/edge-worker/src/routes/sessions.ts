import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { clientDigestOf } from '../client-digest.ts'
import { streamHeaders } from '../decipher-body.ts'
import { decipherQuery } from '../decipher-query.ts'
import type { Env } from '../env.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { type LengthCeiling, textBody } from '../middleware/text-body.ts'
import { described } from '../openapi/described.ts'
import { sessionRoutes } from '../openapi/session-routes.ts'
import { problem } from '../problem.ts'
import { type Refusal, RefusedError } from '../refused-error.ts'
import { sessionIdOf } from '../session-id.ts'
import { limits } from '../session-object/limits.ts'
import { reach, sessionStub } from '../session-object/reach-session.ts'
import type { Accepted, Answer } from '../session-object/session-object.ts'
import { refusedUpgrade } from '../session-object/sockets.ts'
import { createToken, readToken } from '../session-token.ts'
import { validatedQuery } from '../validated-query.ts'
import { readChunk } from './sessions-chunk.ts'

type SessionsEnv = ServiceEnv & { Bindings: Env }

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
      const { created } = await accepted<{ created: number }>(
        sessionStub(SESSIONS, { id, model }).create(
          options,
          await clientDigestOf(context.get('client'), SESSION_SECRET),
        ),
      )
      const expires = Math.ceil((created + limits.age) / 1000) * 1000
      const token = await createToken({ id, model, expires }, SESSION_SECRET)
      context.header('location', `/v1/sessions/${id}`)
      return context.json({ id, token, expires: new Date(expires).toISOString() }, 201)
    })
    .post(
      '/:id/chunks',
      described(about.chunks),
      validatedQuery(chunkQuery()),
      textBody(ofChunk),
      async (context) => {
        const { seq, end } = context.req.valid('query')
        const session = await authorised(context)
        const chunk = await readChunk(context.req.raw.body, context.get('settings').CEILINGS.chunkTime)
        return context.json(await accepted<Accepted>(session.push({ seq, chunk, end: end === 'true' })))
      },
    )
    .post('/:id/settle', described(about.settle), validatedQuery(bareQuery()), async (context) => {
      const session = await authorised(context)
      return context.json(await accepted<Accepted>(session.settle()))
    })
    .post('/:id/ack', described(about.ack), validatedQuery(ackQuery()), async (context) => {
      const session = await authorised(context)
      return context.json(await accepted<Accepted>(session.acknowledge(context.req.valid('query').id)))
    })
    .delete('/:id', described(about.cancel), validatedQuery(bareQuery()), async (context) => {
      const session = await authorised(context)
      await accepted<Accepted>(session.cancel())
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
}

/** The object of the session that path and token name. */
const authorised = async (context: Context<SessionsEnv>) => {
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  const claims = await readToken(bearer ?? context.req.query('token') ?? '', context.env.SESSION_SECRET)
  if (claims.id !== context.req.param('id'))
    throw new RefusedError('unauthorised', 'the token is for another session')
  return sessionStub(context.env.SESSIONS, claims)
}

/** @throws RefusedError with what the object refuses */
const openReader = async (context: Context<SessionsEnv>, path: string): Promise<Response> => {
  const session = await authorised(context)
  const id = context.req.header('last-event-id') ?? context.req.query('lastEventId')
  const reader = context.req.query('reader')
  const query = new URLSearchParams({
    ...(id !== undefined && { lastEventId: id }),
    ...(reader !== undefined && { reader }),
  })
  const answer = await reach(
    session.fetch(`https://session.internal${path}?${query}`, {
      headers: { upgrade: context.req.header('upgrade') ?? '', 'x-request-id': context.get('requestId') },
    }),
  )
  if (answer.status === 400) throw refusedError(await answer.json())
  return answer
}

/** @throws RefusedError with what the object refuses */
const accepted = async <Fact extends object>(answer: Promise<Answer<Fact>>): Promise<Fact> => {
  const { refused, ...fact } = (await reach(answer)) as Fact & { refused?: Refusal }
  if (refused) throw refusedError(refused)
  return fact as unknown as Fact
}

const refusedError = ({ code, detail, members }: Refusal) => new RefusedError(code, detail, members)
