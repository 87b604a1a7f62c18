import type { Env } from '@runnel/edge-worker/env'
import type { BulkJob } from './bulk-job.ts'
import type { JobBindings } from './job-bindings.ts'

/** Bindings of the edge service, and those of bulk jobs. */
export interface BulkEnv extends Env, JobBindings {
  JOBS: DurableObjectNamespace<BulkJob>
}
