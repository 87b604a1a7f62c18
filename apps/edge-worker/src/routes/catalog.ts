import { ciphers, createCipher } from '@runnel/core'
import { catalog } from '@runnel/models'
import { Hono } from 'hono'

/** `GET /v1/models`, `GET /v1/ciphers`: what may be asked for. */
export const catalogRoute = () =>
  new Hono()
    .get('/models', (context) => context.json({ models: Object.keys(catalog).map((name) => ({ name })) }))
    .get('/ciphers', (context) =>
      context.json({
        ciphers: Object.keys(ciphers).map((name) => ({ name, key: createCipher(name).keyHint })),
      }),
    )
