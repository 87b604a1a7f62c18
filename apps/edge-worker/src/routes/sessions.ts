import { createDecipherer } from '@runnel/decipher'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import type { Env } from '../env.ts'
import { createModelLoader } from '../model-loader.ts'
import { problem } from '../problem.ts'
import { limits } from '../session-object/limits.ts'
import { type Refusal, RefusedError } from '../session-object/refused-error.ts'
import type { Outcome } from '../session-object/session-object.ts'
import { refuseSocket } from '../session-object/sockets.ts'
import { createToken, readToken } from '../session-token.ts'
import { streamHeaders } from '../stream-body.ts'
import { validatedQuery } from '../validated-query.ts'
import { decipherQuery } from './decipher.ts'

const queryInteger = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}$/, 'a whole number, 0 or more'),
  v.transform(Number),
)
const token = v.optional(v.string())
const lastEventId = v.optional(v.string())

const chunkQuery = () =>
  v.strictObject({ token, seq: queryInteger, end: v.optional(v.literal('true', 'true')) })
const ackQuery = () => v.strictObject({ token, id: v.string('the id of an event') })
const readerQuery = () => v.strictObject({ token, lastEventId })
const bareQuery = () => v.strictObject({ token })

/** `/v1/sessions`: sessions that outlive connections, each a Durable Object. */
export const sessionsRoute = () => {
  const load = createModelLoader()
  return new Hono<{ Bindings: Env }>()
    .post('/', validatedQuery(decipherQuery()), async (context) => {
      const options = context.req.valid('query')
      const model = options.key === undefined ? await load(options.model) : undefined
      createDecipherer({
        ...options,
        model,
        commit: { probability: options.commit, maxDelay: options.maxDelay },
      })
      const now = Date.now()
      const id = context.env.SESSIONS.newUniqueId()
      const claims = {
        id: id.toString(),
        model: options.model,
        expires: Math.floor(now / 1000) * 1000 + limits.age,
      }
      const token = await createToken(claims, context.env.SESSION_SECRET)
      await context.env.SESSIONS.get(id).create(options)
      context.header('location', `/v1/sessions/${claims.id}`)
      return context.json({ id: claims.id, token, expires: new Date(claims.expires).toISOString() }, 201)
    })
    .post('/:id/chunks', validatedQuery(chunkQuery()), limitedChunk(), async (context) => {
      const { seq, end } = context.req.valid('query')
      const session = await authorised(context)
      const chunk = new Uint8Array(await context.req.arrayBuffer())
      return context.json(accepted(await session.push(seq, chunk, end !== undefined)))
    })
    .post('/:id/settle', validatedQuery(bareQuery()), async (context) =>
      context.json(accepted(await (await authorised(context)).settle())),
    )
    .post('/:id/ack', validatedQuery(ackQuery()), async (context) =>
      context.json(accepted(await (await authorised(context)).acknowledge(context.req.valid('query').id))),
    )
    .delete('/:id', validatedQuery(bareQuery()), async (context) => {
      accepted(await (await authorised(context)).cancel())
      return context.body(null, 204)
    })
    .get('/:id/events', validatedQuery(readerQuery()), async (context) => {
      const session = await authorised(context)
      const answer = await session.fetch(readerUrl('/events', context))
      if (!answer.ok) throw refusedError(await answer.json())
      if (answer.status === 204) return context.body(null, 204)
      return context.body(answer.body as ReadableStream, 200, streamHeaders('text/event-stream'))
    })
    .get('/:id/socket', validatedQuery(readerQuery()), async (context) => {
      if (context.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        context.header('upgrade', 'websocket')
        return problem(context, 426, 'upgrade_required', 'this route takes a WebSocket')
      }
      try {
        const session = await authorised(context)
        const { webSocket } = await session.fetch(readerUrl('/socket', context), {
          headers: { upgrade: 'websocket' },
        })
        // A new answer, since middleware may not change the headers of one that was fetched.
        return new Response(null, { status: 101, webSocket })
      } catch (error) {
        if (!RefusedError.isInstance(error)) throw error
        const { 0: client, 1: socket } = new WebSocketPair()
        socket.accept()
        refuseSocket(socket, error as RefusedError)
        return new Response(null, { status: 101, webSocket: client })
      }
    })
}

/** The object of the session that the path and the token name. */
const authorised = async (context: Context<{ Bindings: Env }>) => {
  const { id } = context.req.param()
  const header = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  const claims = await readToken(header ?? context.req.query('token') ?? '', context.env.SESSION_SECRET)
  if (claims.id !== id) throw new RefusedError('unauthorised', 'the token is not valid here, or has expired')
  return context.env.SESSIONS.get(context.env.SESSIONS.idFromString(claims.id))
}

const readerUrl = (path: string, context: Context): string => {
  const id = context.req.header('last-event-id') ?? context.req.query('lastEventId')
  return `https://session.internal${path}${id === undefined ? '' : `?lastEventId=${encodeURIComponent(id)}`}`
}

const limitedChunk = () =>
  bodyLimit({
    maxSize: limits.chunkBytes,
    onError: () => {
      throw new RefusedError('chunk_too_large', `a chunk has up to ${limits.chunkBytes} bytes`)
    },
  })

const accepted = (outcome: Outcome): { next: number } => {
  if ('refused' in outcome) throw refusedError(outcome.refused)
  return outcome
}

const refusedError = ({ code, detail, members }: Refusal) => new RefusedError(code, detail, members)
