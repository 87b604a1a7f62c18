import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleWorker } from './bundle-worker.ts'
import { runWorkerd, type Workerd } from './run-workerd.ts'

export type { Workerd } from './run-workerd.ts'

const folder = path.join(import.meta.dirname, '../../../apps/edge-worker')

/**
 * Starts the service, bundled as it is deployed, on workerd at a free port, with storage that goes with it.
 *
 * `wrangler dev` puts a second worker before it, with two more sockets a connection: too many files for 10,000.
 */
export const startWorkerd = async (): Promise<Workerd> => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'runnel-load-'))
  const worker = await bundleWorker(folder, path.join(scratch, 'bundle'))
  const workerd = await runWorkerd(worker, path.join(scratch, 'state'))
  return {
    ...workerd,
    async stop() {
      await workerd.stop()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}
