import { RunnelError } from '@runnel/core'
import * as v from 'valibot'

/** A ceiling that a request ran into; `code` says which. */
export class CeilingError extends RunnelError {
  override readonly name = 'CeilingError'
  declare readonly code: CeilingCode
}

/** Name in answers of a ceiling that a stream can run into. */
export type CeilingCode =
  | 'body_too_large'
  | 'idle_too_long'
  | 'took_too_long'
  | 'too_many_events'
  | 'too_much_work'

const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1))

/**
 * Ceilings of a request, each with what holds unless the variable `CEILINGS` says otherwise. The clock stands still
 * while a Worker computes, so CPU is held by counted work here, and by `limits.cpu_ms` of the platform should that fail.
 */
export const ceilingsSchema = () =>
  v.strictObject({
    /** Bytes of a body. */
    bodyBytes: v.optional(atLeastOne, 32 * 1024 * 1024),
    /** Milliseconds in which neither a byte of the body came nor the answer was read any further. */
    idle: v.optional(atLeastOne, 120_000),
    /** Milliseconds from the first byte to the last. */
    total: v.optional(atLeastOne, 3_600_000),
    /** Milliseconds that the body of a session's chunk may take to arrive. */
    chunkTime: v.optional(atLeastOne, 30_000),
    /** Events of one answer. */
    events: v.optional(atLeastOne, 1_000_000),
    /** Work of one stream: net steps and letters, 5 to 25 µs each. */
    work: v.optional(atLeastOne, 6_000_000),
    /** Work that one client may ask an isolate for at once, and what it may ask for more each second. */
    clientWork: v.optional(atLeastOne, 1_000_000),
    clientWorkRate: v.optional(atLeastOne, 25_000),
    /** UTF-16 units of a query. */
    queryLength: v.optional(atLeastOne, 2048),
  })

/** Ceilings of a request. */
export type Ceilings = v.InferOutput<ReturnType<typeof ceilingsSchema>>
