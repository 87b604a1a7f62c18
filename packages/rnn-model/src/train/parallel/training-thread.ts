import { runShards, type ThreadTask } from './run-shards.ts'
import { workerThreads } from './worker-threads.ts'

/* Program of one thread of a training run; its task comes as `workerData`. */
const { workerData, parentPort } = workerThreads()
await runShards(workerData as ThreadTask, (report) => parentPort?.postMessage(report))
