import type { ServiceBindings } from './settings.ts'

/** The end that a request came to. */
export type Outcome = 'answered' | 'cut off' | 'broken off' | 'left' | 'failed'

/** Bytes of a body that were read, and of its answer that were given. */
export interface BodyCounts {
  bytesIn: number
  bytesOut: number
}

/** One line of the log: a request that has ended, with nothing of what it said, and nothing secret. */
export interface RequestEntry extends BodyCounts {
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
  events: number
  cipher?: string
  model?: string
  /** Media type of a streamed answer. */
  form?: string
}

/** Gathers the entry of one request. */
export interface RequestReport {
  entry: Partial<RequestEntry>
  /** Says that the answer goes on after the handler, and what it is; gives what has to be called at its end. */
  stream(
    about: Pick<RequestEntry, 'cipher' | 'model' | 'form'>,
  ): (outcome: Outcome, counts: BodyCounts, error?: unknown, events?: number) => void
}

/** A place that entries go to. */
export type ReportSink = (entry: RequestEntry, bindings: ServiceBindings) => void
