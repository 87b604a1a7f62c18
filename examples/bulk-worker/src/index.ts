import { createApp } from '@runnel/edge-worker/app'
import { faultSink } from '@runnel/edge-worker/fault-sink'
import { createModelLoader } from '@runnel/edge-worker/model-loader'
import { shareDecipherers } from '@runnel/edge-worker/shared-decipherers'
import { createWork } from '@runnel/edge-worker/work'
import { bulkRoute } from './bulk-route.ts'
import { consume } from './consume.ts'
import type { BulkEnv } from './env.ts'
import type { PartMessage } from './job-bindings.ts'

const log = (line: string) => console.log(line)
const shared = { load: createModelLoader(), share: shareDecipherers(), work: createWork() }
const service = createApp({ ...shared, log }).route('/v1/bulk', bulkRoute())
// Its requests are lines of a job: a report of each would be a million.
const lines = createApp({ ...shared, log: (line) => line.startsWith('{"level":"info"') || log(line) })

export { BulkJob } from './bulk-job.ts'

/** The edge service, jobs beside it, and the consumer of their queue. */
export default {
  fetch: service.fetch,
  async queue(batch: MessageBatch<PartMessage>, env: BulkEnv, context: ExecutionContext) {
    // Whoever begins a job has shown a key.
    const inside = { ...env, API_KEYS: '' }
    await consume(batch, {
      env,
      service: (request) => lines.fetch(request, inside, context),
      logFault: faultSink(log),
    })
  },
}
