import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleWorker } from './bundle-worker.ts'
import { measureWrite } from './measure-write.ts'
import { type RunningWorkerd, runWorkerd } from './run-workerd.ts'

const folder = path.join(import.meta.dirname, '../../../apps/edge-worker')

/** The service on one workerd of its own. */
export interface Workerd extends RunningWorkerd {
  /** Milliseconds that a page takes to be written and synced where it stores, the median. */
  writeTime: number
}

/**
 * Starts the service, bundled as it is deployed, on workerd at a free port, with storage that goes with it, in a folder of its
 * own within `storage`.
 *
 * `wrangler dev` puts a second worker before it, with two more sockets a connection: too many files for 10,000.
 */
export const startWorkerd = async (storage: string = tmpdir()): Promise<Workerd> => {
  const scratch = mkdtempSync(path.join(storage, 'runnel-load-'))
  const worker = await bundleWorker(folder, path.join(scratch, 'bundle'))
  const workerd = await runWorkerd(worker, path.join(scratch, 'state'))
  return {
    ...workerd,
    writeTime: measureWrite(scratch),
    async stop() {
      await workerd.stop()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}
