import { createDecipherer } from '@runnel/decipher'
import { Hono } from 'hono'
import * as v from 'valibot'
import { decipherMapping, mediaTypes, streamHeaders } from '../decipher-body.ts'
import { accepting } from '../middleware/accepting.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { textBody } from '../middleware/text-body.ts'
import { bodyOf, mapBody } from '../stream-body.ts'
import type { Clock } from '../stream-watch.ts'
import { queryNumber, validatedQuery } from '../validated-query.ts'

/** Parameters that say what to decipher, and with what. */
export const decipherQuery = () =>
  v.strictObject({
    cipher: v.optional(v.string(), 'auto'),
    key: v.optional(v.string()),
    model: v.optional(v.string(), 'english'),
    commit: v.optional(queryNumber),
    maxDelay: v.optional(queryNumber),
    watch: v.optional(v.picklist(['every', 'adaptive', 'off'], 'one of every, adaptive, off')),
  })

/** `POST /v1/decipher`: ciphertext in, plaintext out while it still arrives. */
export const decipherRoute = (clock: Clock) =>
  new Hono<ServiceEnv>().post(
    '/',
    validatedQuery(decipherQuery()),
    accepting(...mediaTypes),
    textBody(),
    async (context) => {
      const { cipher, key, model, commit, maxDelay, watch } = context.req.valid('query')
      const { load, shelf, settings, report, mediaType } = context.var
      const session = createDecipherer({
        cipher,
        key,
        model: key === undefined ? await load(model, shelf) : undefined,
        commit: { probability: commit, maxDelay },
        watch,
      }).createSession()
      const end = report.stream({ cipher, ...(key === undefined && { model }), form: mediaType })
      const mapping = decipherMapping(session, mediaType, settings.CEILINGS.events, end)
      return context.body(
        mapBody(bodyOf(context.req.raw), mapping, settings.CEILINGS, clock),
        200,
        streamHeaders(mediaType),
      )
    },
  )
