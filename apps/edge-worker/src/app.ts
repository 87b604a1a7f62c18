import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './env.ts'
import { faultSink } from './fault-sink.ts'
import { createIdentifierLoader, type IdentifierLoader } from './identifier-loader.ts'
import { crossOrigin } from './middleware/cross-origin.ts'
import { guard } from './middleware/guard.ts'
import { knownHost } from './middleware/known-host.ts'
import { logSink, metricsSink } from './middleware/report-sinks.ts'
import { requestReport } from './middleware/request-report.ts'
import { type ServiceEnv, service } from './middleware/service.ts'
import { unreadBody } from './middleware/unread-body.ts'
import { createModelLoader, type ModelLoader } from './model-loader.ts'
import { noRoute } from './no-route.ts'
import { described } from './openapi/described.ts'
import { type AnyApp, documentOf } from './openapi/document.ts'
import { textRoutes } from './openapi/text-routes.ts'
import { problemOf } from './problem.ts'
import { catalogRoute } from './routes/catalog.ts'
import { decipherRoute } from './routes/decipher.ts'
import { docsRoute } from './routes/docs.ts'
import { encipherRoute } from './routes/encipher.ts'
import { identifyRoute } from './routes/identify.ts'
import { page } from './routes/page.ts'
import { sessionsRoute } from './routes/sessions.ts'
import { shareDecipherers } from './shared-decipherers.ts'
import { type Clock, systemClock } from './stream-watch.ts'
import { createWork, type Work } from './work/work.ts'

/** Parts of a service besides its routes. */
export interface AppOptions {
  /** Loads the models, each once however many routes use it. */
  load?: ModelLoader
  /** Makes decipherers, and shares them. */
  share?: ReturnType<typeof shareDecipherers>
  /** Takes the log, a line of JSON each; the console's unless given. */
  log?: (line: string) => void
  /** Loads what tells what texts are. */
  identifierFor?: IdentifierLoader
  clock?: Clock
  /** Turns and ledger, shared by all that works in an isolate. */
  work?: Work
}

/** The service. Every route is chained, so that its type describes all of them. */
export const createApp = ({
  load = createModelLoader(),
  share = shareDecipherers(),
  log = (line) => console.log(line),
  identifierFor = createIdentifierLoader(),
  clock = systemClock,
  work = createWork(),
}: AppOptions = {}) => {
  const logFault = faultSink(log)
  const about = textRoutes()
  const app = new Hono<ServiceEnv & { Bindings: Env }>()
    .use(requestId({ limitLength: 64 }))
    .use(requestReport([logSink(log), metricsSink], logFault, clock.now))
    .use(unreadBody())
    .use(secureHeaders())
    .use(knownHost())
    .use(service(load))
    .use(crossOrigin())
    .get('/', described(about.usage), page(), (context) =>
      context.text(usage(new URL(context.req.url).origin)),
    )
    .get('/health', described(about.health), (context) => context.json({ status: 'ok' }))
    .get(
      '/openapi.json',
      described(about.document),
      documentOf((): AnyApp => app),
    )
    .route('/docs', docsRoute())
    .use('/v1/*', guard(work))
    .route('/v1/decipher', decipherRoute(share, clock, work))
    .route('/v1/encipher', encipherRoute(clock, work))
    .route('/v1/identify', identifyRoute(identifierFor, clock, work))
    .route('/v1/sessions', sessionsRoute())
    .route('/v1', catalogRoute())
  return app.notFound(noRoute(() => app.router)).onError(problemOf(logFault))
}

const usage = (origin: string): string => `Runnel deciphers text while it streams.

  curl -N -X POST -T . '${origin}/v1/decipher'                        type ciphertext
  curl -N -X POST -T . '${origin}/v1/decipher?cipher=caesar&key=13'   with the key known
  curl -i --data-binary 'Aol tvyupun' '${origin}/v1/decipher'         a message, and its key in headers
  curl -N -X POST -T . '${origin}/v1/encipher?cipher=caesar&key=3'    the other way
  curl --data-binary 'LXFOPVEFRNHR' '${origin}/v1/identify'           what a text may be

Accept: text/plain, application/x-ndjson or text/event-stream. GET ${origin}/v1/models and /v1/ciphers tell what there is,
/docs and /openapi.json all of it.
`

/** Type of the service, for Hono's typed client. */
export type App = ReturnType<typeof createApp>
