import type { FaultSink } from '@runnel/edge-worker/fault-sink'
import type { Service } from './decipher-line.ts'
import { decipherPart } from './decipher-part.ts'
import type { BulkEnv } from './env.ts'
import type { PartMessage } from './job-bindings.ts'

/** Means of a consumer. */
export interface ConsumerOptions {
  env: BulkEnv
  service: Service
  logFault: FaultSink
}

/**
 * Does the parts of a batch that are not done yet, each acknowledged by itself; those of the dead-letter queue, whose name
 * ends in `-failed`, are given up.
 */
export const consume = async (
  { queue, messages }: MessageBatch<PartMessage>,
  { env, service, logFault }: ConsumerOptions,
): Promise<void> => {
  for (const message of messages) {
    const { job: name, part } = message.body
    const job = env.JOBS.getByName(name)
    try {
      if (queue.endsWith('-failed')) await job.giveUp(message.body)
      else {
        const work = await job.take(part)
        if (work) await job.confirm(part, await decipherPart(service, env.BUCKET, work))
      }
      message.ack()
    } catch (error) {
      logFault(error, `${name} ${part}`)
      await job.note(part, String(error)).catch(() => {})
      message.retry()
    }
  }
}
