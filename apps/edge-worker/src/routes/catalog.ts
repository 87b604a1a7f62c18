import { everyCipher, findCipher } from '@runnel/core/ciphers'
import { languageList } from '@runnel/models'
import { Hono } from 'hono'
import { accepting } from '../middleware/accepting.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { modelNames } from '../model-loader.ts'
import { described } from '../openapi/described.ts'
import { textRoutes } from '../openapi/text-routes.ts'

/** `GET /v1/models`, `GET /v1/ciphers`: what may be asked for. */
export const catalogRoute = () => {
  const about = textRoutes()
  return new Hono<ServiceEnv>()
    .get('/models', described(about.models), accepting('application/json'), (context) =>
      context.json({
        models: modelNames(context.get('shelf')).map((name) => ({ name })),
        languages: Object.entries(languageList).map(([code, language]) => ({ code, ...language })),
      }),
    )
    .get('/ciphers', described(about.ciphers), accepting('application/json'), (context) =>
      context.json({
        ciphers: Object.keys(everyCipher).map((name) => ({ name, key: findCipher(name).keyHint })),
      }),
    )
}
