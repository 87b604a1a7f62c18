import type { Context, Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env } from '../env.ts'
import type { ServiceEnv } from '../middleware/service.ts'

/** The service as what it has in common with any. */
export type AnyApp = Hono<ServiceEnv & { Bindings: Env }>

/** Answers with the OpenAPI document of an app, made of its schemas when it is first asked for. */
export const documentOf = (app: () => AnyApp) => {
  let document: Awaited<ReturnType<typeof generateSpecs>> | undefined
  return async (context: Context) => {
    document ??= await generateSpecs(app(), {
      documentation: {
        info: {
          title: 'Runnel',
          version: '1',
          description:
            'Deciphers text while it streams. Errors are `application/problem+json` (RFC 9457) with a stable `code`.',
          license: { name: 'MIT', identifier: 'MIT' },
        },
        servers: [{ url: '/' }],
        tags: [
          { name: 'text', description: 'One request, one stream.' },
          { name: 'sessions', description: 'Streams that outlive connections.' },
          { name: 'about', description: 'What there is.' },
        ],
        components: {
          securitySchemes: {
            apiKey: {
              type: 'apiKey',
              in: 'header',
              name: 'x-api-key',
              description: 'Where the service has keys.',
            },
            sessionToken: { type: 'http', scheme: 'bearer', description: 'The token of the session.' },
            sessionTokenQuery: {
              type: 'apiKey',
              in: 'query',
              name: 'token',
              description: 'The same, for event sources and sockets of browsers, which cannot send headers.',
            },
          },
        },
      },
      excludeStaticFile: false,
      defaultValidationErrorResponse: false,
    })
    return context.json(document)
  }
}
