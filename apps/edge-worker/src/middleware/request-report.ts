import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { CeilingError } from '../ceilings.ts'
import type { BodyCounts } from '../stream-body.ts'
import type { FaultSink } from './report-sinks.ts'
import type { ServiceEnv } from './service.ts'

/** How a request came to its end. */
export type Outcome = 'answered' | 'cut off' | 'broken off' | 'left' | 'failed'

/** What is told of a request, once it has ended: nothing of what it said, and nothing secret. */
export interface RequestEntry {
  time: string
  id: string
  method: string
  /** Pattern of the route: ids in paths are not for logs. */
  route: string
  status: number
  outcome: Outcome
  /** Code of the problem, if it was answered with one. */
  code?: string
  /** From its arrival to the end of the answer. */
  milliseconds: number
  bytesIn: number
  bytesOut: number
  events: number
  cipher?: string
  model?: string
  /** Media type of a streamed answer. */
  form?: string
}

/** Where reports go. */
export type ReportSink = (entry: RequestEntry, bindings: ServiceEnv['Bindings']) => void

/** Gathers what is told of one request. */
export interface RequestReport {
  entry: Partial<RequestEntry>
  /** Says that the answer goes on after the handler, and what it is; gives what has to be called at its end. */
  stream(
    about: Pick<RequestEntry, 'cipher' | 'model' | 'form'>,
  ): (outcome: Outcome, counts: BodyCounts, error?: unknown, events?: number) => void
}

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
          if (error instanceof CeilingError) entry.code = error.code
          else if (outcome === 'failed') logFault(error, context)
          Object.assign(entry, about, counts, { events })
          end(outcome, 200)
        }
      },
    })
    await next()
    const { status } = context.res
    if (!streams) end(status < 500 ? 'answered' : 'failed', status)
  })
