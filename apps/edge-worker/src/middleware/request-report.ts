import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { FaultSink } from '../fault-sink.ts'
import { isRefusal } from '../problem.ts'
import type { Outcome, ReportSink, RequestEntry } from '../report-entry.ts'
import type { ServiceEnv } from './service.ts'

/** Makes one report of each request, when its answer has ended, and hands it to the sinks. */
export const requestReport = (sinks: readonly ReportSink[], logFault: FaultSink, now: () => number) =>
  createMiddleware<ServiceEnv>(async (context, next) => {
    const start = now()
    let streams = false
    const entry: Partial<RequestEntry> = {}
    const end = (outcome: Outcome, status: number): void => {
      const whole: RequestEntry = {
        time: new Date(start).toISOString(),
        id: context.get('requestId'),
        method: context.req.method,
        route: routePath(context, -1),
        status,
        outcome,
        milliseconds: now() - start,
        bytesIn: 0,
        bytesOut: 0,
        events: 0,
        ...entry,
      }
      for (const sink of sinks) sink(whole, context.env)
    }
    context.set('report', {
      entry,
      stream(about) {
        streams = true
        return (outcome, counts, error, events = 0) => {
          if (isRefusal(error)) entry.code = error.code
          else if (outcome === 'failed') logFault(error, context.get('requestId'))
          Object.assign(entry, about, counts, { events })
          end(outcome, 200)
        }
      },
    })
    await next()
    const { status } = context.res
    if (!streams) end(status < 500 ? 'answered' : 'failed', status)
  })
