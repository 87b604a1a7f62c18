import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { problem, problemOf } from './problem.ts'
import { catalogRoute } from './routes/catalog.ts'
import { decipherRoute } from './routes/decipher.ts'
import { encipherRoute } from './routes/encipher.ts'
import { sessionsRoute } from './routes/sessions.ts'

/** The service. Every route is chained, so that its type describes all of them. */
export const createApp = () =>
  new Hono()
    .use(secureHeaders())
    .get('/', (context) => context.text(usage(new URL(context.req.url).origin)))
    .get('/health', (context) => context.json({ status: 'ok' }))
    .route('/v1/decipher', decipherRoute())
    .route('/v1/encipher', encipherRoute())
    .route('/v1/sessions', sessionsRoute())
    .route('/v1', catalogRoute())
    .all('/v1/decipher', onlyPost)
    .all('/v1/encipher', onlyPost)
    .notFound((context) =>
      problem(context, 404, 'not_found', `${context.req.method} ${context.req.path} is not a route here`),
    )
    .onError(problemOf)

const usage = (origin: string): string => `Runnel deciphers text while it streams.

  curl -N -X POST -T - '${origin}/v1/decipher'                        type ciphertext
  curl -N -X POST -T - '${origin}/v1/decipher?cipher=caesar&key=13'   with the key known
  curl -N -X POST -T - '${origin}/v1/encipher?cipher=caesar&key=3'    the other way

Accept: text/plain, application/x-ndjson or text/event-stream. GET ${origin}/v1/models and /v1/ciphers tell what there is.
`

const onlyPost = (context: Context): Response => {
  context.header('allow', 'POST')
  return problem(context, 405, 'method_not_allowed', `${context.req.path} takes POST`)
}

/** Type of the service, for Hono's typed client. */
export type App = ReturnType<typeof createApp>
