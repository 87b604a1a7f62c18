import { Hono } from 'hono'
import * as v from 'valibot'
import { streamHeaders } from '../decipher-body.ts'
import type { IdentifierLoader } from '../identifier-loader.ts'
import { identifyMapping, kindsTypes } from '../identify-body.ts'
import { accepting } from '../middleware/accepting.ts'
import type { ServiceEnv } from '../middleware/service.ts'
import { textBody } from '../middleware/text-body.ts'
import { described } from '../openapi/described.ts'
import { identifyRoutes } from '../openapi/identify-routes.ts'
import { bodyOf, mapBody } from '../stream-body.ts'
import type { Clock } from '../stream-watch.ts'
import { validatedQuery } from '../validated-query.ts'
import { admittedJob } from '../work/admitted-job.ts'
import type { Work } from '../work/work.ts'

/** `POST /v1/identify`: text in, what it may be out, at its end or while it still arrives. */
export const identifyRoute = (identifierFor: IdentifierLoader, clock: Clock, work: Work) =>
  new Hono<ServiceEnv>().post(
    '/',
    described(identifyRoutes().identify),
    validatedQuery(v.strictObject({})),
    accepting(...kindsTypes),
    textBody(),
    async (context) => {
      const { report, settings, mediaType } = context.var
      const identifier = await identifierFor(mediaType !== 'application/json')
      const { mapping, meter } = identifyMapping(
        identifier.createSession(),
        mediaType,
        report.stream({ form: mediaType }),
      )
      const job = admittedJob(context.var, work, meter)
      const answer = mapBody(bodyOf(context.req.raw), mapping, { ceilings: settings.CEILINGS, clock, job })
      return context.body(answer, 200, streamHeaders(mediaType))
    },
  )
