import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { streamHeaders } from '../decipher-body.ts'
import { decipherQuery } from '../decipher-query.ts'
import type { Env } from '../env.ts'
import { described } from '../openapi/described.ts'
import { sessionRoutes } from '../openapi/session-routes.ts'
import { problem } from '../problem.ts'
import { limits } from '../session-object/limits.ts'
import { reach, sessionStub } from '../session-object/reach-session.ts'
import { type Refusal, RefusedError } from '../session-object/refused-error.ts'
import type { Outcome } from '../session-object/session-object.ts'
import { refusedUpgrade } from '../session-object/sockets.ts'
import { createToken, readToken } from '../session-token.ts'
import { queryNumber, validatedQuery } from '../validated-query.ts'
import { readChunk } from './sessions-chunk.ts'

const openQuery = () =>
  v.strictObject({
    ...decipherQuery().entries,
    maxDelay: v.optional(
      v.pipe(queryNumber, v.maxValue(limits.maxDelay, `a number of letters up to ${limits.maxDelay}`)),
    ),
  })
const bareQuery = () => v.strictObject({ token: v.optional(v.string()) })
const chunkQuery = () =>
  v.strictObject({
    ...bareQuery().entries,
    seq: v.pipe(
      v.string(),
      v.regex(/^\d{1,15}$/, 'a whole number, 0 or more'),
      v.examples(['0']),
      v.transform(Number),
    ),
    end: v.optional(v.picklist(['true', 'false'], 'true or false')),
  })
const ackQuery = () => v.strictObject({ ...bareQuery().entries, id: v.string('the id of an event') })
const readerQuery = () => v.strictObject({ ...bareQuery().entries, lastEventId: v.optional(v.string()) })

/** `/v1/sessions`: sessions that outlive connections, each a Durable Object. */
export const sessionsRoute = () => {
  const about = sessionRoutes()
  return new Hono<{ Bindings: Env }>()
    .post('/', described(about.open), validatedQuery(openQuery()), async (context) => {
      const options = context.req.valid('query')
      const expires = Math.ceil((Date.now() + limits.age) / 1000) * 1000
      const claims = { id: randomId(), model: options.model, expires }
      const token = await createToken(claims, context.env.SESSION_SECRET)
      await accepted(sessionStub(context.env.SESSIONS, claims).create(options))
      context.header('location', `/v1/sessions/${claims.id}`)
      return context.json({ id: claims.id, token, expires: new Date(expires).toISOString() }, 201)
    })
    .post('/:id/chunks', described(about.chunks), validatedQuery(chunkQuery()), async (context) => {
      const { seq, end } = context.req.valid('query')
      const session = await authorised(context)
      const chunk = await readChunk(context.req.raw.body)
      return context.json(await accepted(session.push(seq, chunk, end === 'true')))
    })
    .post('/:id/settle', described(about.settle), validatedQuery(bareQuery()), async (context) => {
      const session = await authorised(context)
      return context.json(await accepted(session.settle()))
    })
    .post('/:id/ack', described(about.ack), validatedQuery(ackQuery()), async (context) => {
      const session = await authorised(context)
      return context.json(await accepted(session.acknowledge(context.req.valid('query').id)))
    })
    .delete('/:id', described(about.cancel), validatedQuery(bareQuery()), async (context) => {
      const session = await authorised(context)
      await accepted(session.cancel())
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
const authorised = async (context: Context<{ Bindings: Env }>) => {
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  const claims = await readToken(bearer ?? context.req.query('token') ?? '', context.env.SESSION_SECRET)
  if (claims.id !== context.req.param('id'))
    throw new RefusedError('unauthorised', 'the token is for another session')
  return sessionStub(context.env.SESSIONS, claims)
}

/** @throws RefusedError with what the object refuses */
const openReader = async (context: Context<{ Bindings: Env }>, path: string): Promise<Response> => {
  const session = await authorised(context)
  const id = context.req.header('last-event-id') ?? context.req.query('lastEventId')
  const url = `https://session.internal${path}${id === undefined ? '' : `?lastEventId=${encodeURIComponent(id)}`}`
  const answer = await reach(
    session.fetch(url, {
      headers: { upgrade: context.req.header('upgrade') ?? '', 'x-request-id': context.get('requestId') },
    }),
  )
  if (answer.status === 400) throw refusedError(await answer.json())
  return answer
}

const accepted = async (answer: Promise<Outcome>): Promise<{ next: number }> => {
  const outcome = await reach(answer)
  if ('refused' in outcome) throw refusedError(outcome.refused)
  return { next: outcome.next }
}

const refusedError = ({ code, detail, members }: Refusal) => new RefusedError(code, detail, members)

const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
