import { watchModes } from '@runnel/decipher'
import { Hono } from 'hono'
import * as v from 'valibot'
import { decipherMapping, mediaTypes, streamHeaders } from '../decipher-body.ts'
import { accepting } from '../middleware/accepting.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { textBody } from '../middleware/text-body.ts'
import { described } from '../openapi/described.ts'
import { textRoutes } from '../openapi/text-routes.ts'
import type { shareDecipherers } from '../shared-decipherers.ts'
import { bodyOf, mapBody } from '../stream-body.ts'
import type { Clock } from '../stream-watch.ts'
import { queryNumber, validatedQuery } from '../validated-query.ts'

/** Parameters that say what to decipher, and with what. */
export const decipherQuery = () =>
  v.strictObject({
    cipher: v.optional(
      v.pipe(v.string(), v.description('a cipher of /v1/ciphers, or auto: whichever fits')),
      'auto',
    ),
    key: v.optional(v.pipe(v.string(), v.description('the key, where it is known; it needs a cipher'))),
    model: v.optional(v.pipe(v.string(), v.description('a model of /v1/models')), 'english'),
    commit: v.optional(
      v.pipe(queryNumber, v.description('how probable text must be to become final, above 0.5 and below 1')),
    ),
    maxDelay: v.optional(
      v.pipe(queryNumber, v.description('letters after which text becomes final all the same')),
    ),
    watch: v.optional(
      v.pipe(
        v.picklist(watchModes, `one of ${watchModes.join(', ')}`),
        v.description('how closely a found key is watched for a change'),
      ),
    ),
  })

/** `POST /v1/decipher`: ciphertext in, plaintext out while it still arrives. */
export const decipherRoute = (share: ReturnType<typeof shareDecipherers>, clock: Clock) =>
  new Hono<ServiceEnv>().post(
    '/',
    described(textRoutes().decipher),
    validatedQuery(decipherQuery()),
    accepting(...mediaTypes),
    textBody(),
    async (context) => {
      const options = context.req.valid('query')
      const { load, shelf, settings, report, mediaType } = context.var
      const { createSession } = await share(options, (name) => load(name, shelf))
      const session = createSession()
      const { cipher, key, model } = options
      const end = report.stream({ cipher, ...(key === undefined && { model }), form: mediaType })
      const mapping = decipherMapping(session, mediaType, settings.CEILINGS.events, end)
      return context.body(
        mapBody(bodyOf(context.req.raw), mapping, settings.CEILINGS, clock),
        200,
        streamHeaders(mediaType),
      )
    },
  )
