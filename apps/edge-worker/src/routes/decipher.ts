import { createDecipherer } from '@runnel/decipher'
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import * as v from 'valibot'
import { createModelLoader } from '../model-loader.ts'
import { decipherBody, type MediaType, mediaTypes, streamHeaders } from '../stream-body.ts'
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
export const decipherRoute = () => {
  const load = createModelLoader()
  return new Hono().post('/', validatedQuery(decipherQuery()), async (context) => {
    const { cipher, key, model, commit, maxDelay, watch } = context.req.valid('query')
    const session = createDecipherer({
      cipher,
      key,
      model: key === undefined ? await load(model) : undefined,
      commit: { probability: commit, maxDelay },
      watch,
    }).createSession()
    const type = accepts(context, { header: 'Accept', supports: [...mediaTypes], default: mediaTypes[0] })
    return context.body(
      decipherBody(bodyOf(context.req.raw), session, type as MediaType),
      200,
      streamHeaders(type as MediaType),
    )
  })
}

/** The body of a request; a request without one has an empty body. */
export const bodyOf = (request: Request): ReadableStream<Uint8Array> => request.body ?? new Blob([]).stream()
