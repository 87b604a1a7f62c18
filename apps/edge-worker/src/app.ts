import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { problem, problemOf } from './problem.ts'
import { catalogRoute } from './routes/catalog.ts'
import { decipherRoute } from './routes/decipher.ts'
import { encipherRoute } from './routes/encipher.ts'

/** The service. Every route is chained, so that its type describes all of them. */
export const createApp = () =>
  new Hono()
    .use(secureHeaders())
    .get('/health', (context) => context.json({ status: 'ok' }))
    .route('/v1/decipher', decipherRoute())
    .route('/v1/encipher', encipherRoute())
    .route('/v1', catalogRoute())
    .all('/v1/decipher', onlyPost)
    .all('/v1/encipher', onlyPost)
    .notFound((context) =>
      problem(context, 404, 'not_found', `${context.req.method} ${context.req.path} is not a route here`),
    )
    .onError(problemOf)

const onlyPost = (context: Context): Response => {
  context.header('allow', 'POST')
  return problem(context, 405, 'method_not_allowed', `${context.req.path} takes POST`)
}

/** Type of the service, for Hono's typed client. */
export type App = ReturnType<typeof createApp>
