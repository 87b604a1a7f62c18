import { tellingLooks } from '@runnel/decipher'
import { Hono } from 'hono'
import { awaitEnd } from '../await-end.ts'
import { decipherMapping, mediaTypes, streamHeaders, tellsErrors } from '../decipher-body.ts'
import { decipherQuery } from '../decipher-query.ts'
import { endingHeaders, notingEnd, SHORT } from '../ending-headers.ts'
import { inAnyScript } from '../in-any-script.ts'
import { isJson, jsonRequest } from '../json-request.ts'
import { acceptingBy } from '../middleware/accepting.ts'
import { holding } from '../middleware/holding.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { textBody } from '../middleware/text-body.ts'
import { described } from '../openapi/described.ts'
import { textRoutes } from '../openapi/text-routes.ts'
import type { shareDecipherers } from '../shared-decipherers.ts'
import { bodyOf, mapBody } from '../stream-body.ts'
import type { Clock } from '../stream-watch.ts'
import { summaryMapping } from '../summary-body.ts'
import { validatedQuery } from '../validated-query.ts'
import { admittedJob } from '../work/admitted-job.ts'
import { STREAM_BYTES } from '../work/constants.ts'
import type { Work } from '../work/work.ts'

/** `POST /v1/decipher`: ciphertext in, plaintext out while it still arrives. */
export const decipherRoute = (share: ReturnType<typeof shareDecipherers>, clock: Clock, work: Work) =>
  new Hono<ServiceEnv>().post(
    '/',
    described(textRoutes().decipher),
    validatedQuery(decipherQuery()),
    acceptingBy((request) =>
      isJson(request) ? ['application/json', ...mediaTypes] : [...mediaTypes, 'application/json'],
    ),
    textBody(),
    holding(work),
    async (context) => {
      const { load, shelf, settings, report, mediaType } = context.var
      const { CEILINGS: ceilings } = settings
      const { hold, touch, letGo } = context.var.holding
      hold(STREAM_BYTES)
      const { options, body: given } = isJson(context.req.raw)
        ? await jsonRequest(context.req.raw, { ceilings, hold })
        : { options: context.req.valid('query'), body: bodyOf(context.req.raw) }
      let made = 0
      const { createSession, carries, meter, bringing } = await inAnyScript(options, (chosen) =>
        share(chosen, (name) => load(name, shelf), {
          assets: shelf.ASSETS,
          seekLetters: settings.SEEK_LETTERS,
          seekSubstitution: settings.SEEK_SUBSTITUTION,
          charge: (work) => (made += work),
        }),
      )
      const job = admittedJob(context.var, work, meter)
      job.note(made)
      const { cipher, key, model } = options
      // With a key nothing is weighed, and the text may take a good part of its time to count.
      const { session, ending } = notingEnd(
        key === undefined ? tellingLooks(createSession()) : createSession(),
      )
      const reported = report.stream({ cipher, ...(key === undefined && { model }), form: mediaType })
      const ended: typeof reported = (...how) => {
        letGo()
        reported(...how)
      }
      const mapping =
        mediaType === 'application/json'
          ? summaryMapping(session, ended, hold)
          : decipherMapping(session, mediaType, ceilings.events, { ended, carries })
      const answer = mapBody(given, { ...mapping, ...bringing }, { ceilings, clock, job, touch })
      const headers = streamHeaders(mediaType, carries)
      const length = Number(context.req.header('content-length') ?? Number.POSITIVE_INFINITY)
      if (tellsErrors(mediaType) || !(length <= SHORT.bytes)) return context.body(answer, 200, headers)
      const { body, hasEnded } = await awaitEnd(answer, SHORT.milliseconds, clock)
      const done = hasEnded && mediaType === 'text/plain' ? ending() : undefined
      return context.body(body, 200, { ...headers, ...(done && endingHeaders(done)) })
    },
  )
