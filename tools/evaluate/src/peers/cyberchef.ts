import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { installApart } from '@runnel/tasks/install-apart'
import type { Peer } from './peer.ts'

/** Levels of recipes that it tries one after another, as its own default. */
const DEPTH = 3
/** Seconds after which a text is given up: on some it goes on for minutes and takes gigabytes. */
const MOST_SECONDS = 20

/** CyberChef's Magic in intensive mode, by its package. It shows of each guess the first 100 characters. */
export const openCyberChef = (): Peer => {
  const folder = path.join(import.meta.dirname, '../../apart')
  installApart(folder)
  const from = path.join(folder, 'node_modules/cyberchef/src/node/index.mjs')
  const start = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      // It prints the errors of each recipe that it tries.
      const worker = new Worker(path.join(import.meta.dirname, 'cyberchef-worker.ts'), {
        workerData: { from, depth: DEPTH },
        stdout: true,
        stderr: true,
      })
      worker.once('message', () => resolve(worker)).once('error', reject)
    })
  let working: Promise<Worker> | undefined
  return {
    name: `CyberChef's Magic, intensive, ${DEPTH} deep`,
    async read(text) {
      working ??= start()
      const worker = await working
      const guesses = await new Promise<string[] | undefined>((resolve, reject) => {
        const timer = setTimeout(() => resolve(undefined), 1000 * MOST_SECONDS)
        worker.once('error', reject).once('message', (given: string[]) => {
          clearTimeout(timer)
          resolve(given)
        })
        worker.postMessage(text)
      })
      worker.removeAllListeners('error')
      if (guesses === undefined) {
        working = undefined
        await worker.terminate()
      }
      return { guesses: guesses ?? [], isUnsure: guesses === undefined || guesses.length === 0 }
    },
    close: async () => {
      await (await working)?.terminate()
    },
  }
}
