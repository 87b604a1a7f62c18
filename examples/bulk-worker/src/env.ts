import type { Env } from '@runnel/edge-worker/env'
import type { BulkJob } from './bulk-job.ts'

/** A part in the queue: whoever takes it asks its job for the rest. */
export interface PartMessage {
  job: string
  part: number
}

/** Bindings of the edge service, and those of bulk jobs. */
export interface BulkEnv extends Env {
  BUCKET: R2Bucket
  PARTS: Queue<PartMessage>
  JOBS: DurableObjectNamespace<BulkJob>
  /** Seconds without a sign of life after which parts are sent again. */
  PATIENCE: number
}
