import { Hono } from 'hono'
import * as v from 'valibot'
import { readIdempotencyKey } from '../idempotency-key.ts'
import { described } from '../openapi/described.ts'
import { tokenRoutes } from '../openapi/token-routes.ts'
import type { IssuedToken } from '../session-object/bearer.ts'
import { limits } from '../session-object/limits.ts'
import { createToken } from '../session-token.ts'
import { validatedQuery } from '../validated-query.ts'
import { accepted, authorised, type SessionsEnv } from './sessions-authorised.ts'

const SECONDS = `a whole number of seconds, 1 to ${limits.age / 1000}`

const bareQuery = () => v.strictObject({ token: v.optional(v.string()) })

const issueQuery = () =>
  v.strictObject({
    ...bareQuery().entries,
    scope: v.optional(v.picklist(['read', 'write'], 'read or write'), 'read'),
    seconds: v.optional(
      v.pipe(
        v.string(SECONDS),
        v.regex(/^\d{1,5}$/, SECONDS),
        v.transform(Number),
        v.minValue(1, SECONDS),
        v.maxValue(limits.age / 1000, SECONDS),
        v.description('as long as the session lasts, unless given'),
      ),
    ),
  })

/** `/v1/sessions/:id/tokens` and `/renew`: tokens for others, and tokens that last. */
export const sessionsTokensRoute = () => {
  const about = tokenRoutes()
  return new Hono<SessionsEnv>()
    .post('/:id/tokens', described(about.issue), validatedQuery(issueQuery()), async (context) => {
      const { scope, seconds } = context.req.valid('query')
      const { session, by, claims } = await authorised(context, 'write')
      const time = seconds === undefined ? undefined : seconds * 1000
      const key = readIdempotencyKey(context.req.header('idempotency-key'))
      const issued = await accepted<IssuedToken>(session.issueToken(by, { scope, time, key }))
      const token = await createToken({ ...claims, ...issued }, context.env.SESSION_SECRET)
      return context.json({ token, ...told(issued) }, 201)
    })
    .get('/:id/tokens', described(about.list), validatedQuery(bareQuery()), async (context) => {
      const { session, by } = await authorised(context, 'write')
      const { tokens } = await accepted<{ tokens: IssuedToken[] }>(session.tokens(by))
      return context.json({ tokens: tokens.map(told) })
    })
    .delete('/:id/tokens/:tokenId', described(about.revoke), validatedQuery(bareQuery()), async (context) => {
      const { session, by } = await authorised(context, 'write')
      await accepted(session.revoke(by, context.req.param('tokenId')))
      return context.body(null, 204)
    })
    .post('/:id/renew', described(about.renew), validatedQuery(bareQuery()), async (context) => {
      const { session, by, claims } = await authorised(context, 'write')
      const renewed = await accepted<IssuedToken>(session.renew(by))
      const token = await createToken({ ...claims, ...renewed }, context.env.SESSION_SECRET)
      return context.json({ token, ...told(renewed) })
    })
}

/** A token as clients are told of it. */
const told = ({ tokenId, scope, expires }: IssuedToken) => ({
  tokenId,
  scope,
  expires: new Date(expires).toISOString(),
})
