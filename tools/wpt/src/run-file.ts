import { Worker } from 'node:worker_threads'
import type { Outcome } from './harness.ts'

/**
 * Runs one file of a checkout of the Web Platform Tests, in a thread of its own.
 *
 * @param ours whether decipher streams take the place of the platform's
 * @throws Error when the file cannot be run, or does not end within `milliseconds`
 */
export const runFile = (
  checkout: string,
  file: string,
  ours: boolean,
  milliseconds = 60_000,
): Promise<Outcome[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./run-in-worker.ts', import.meta.url), {
      workerData: { checkout, file, ours },
      // Tests reject promises that nobody waits for.
      execArgv: ['--unhandled-rejections=none'],
    })
    const late = setTimeout(() => end(() => reject(new Error(`${file} did not end`))), milliseconds)
    const end = (settle: () => void) => {
      clearTimeout(late)
      worker.terminate()
      settle()
    }
    worker.once('message', (told: Outcome[] | Error) =>
      end(() => (told instanceof Error ? reject(told) : resolve(told))),
    )
    worker.once('error', (error) => end(() => reject(error)))
  })
