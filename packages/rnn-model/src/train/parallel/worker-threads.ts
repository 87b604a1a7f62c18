/** Part of Node's `node:worker_threads` that a training run uses. */
export interface WorkerThreads {
  Worker: new (url: URL, options: { workerData: unknown }) => Thread
  workerData: unknown
  parentPort: { postMessage(message: unknown): void } | null
}

/** A thread. */
export interface Thread {
  on(event: 'message', listener: (message: never) => void): void
  on(event: 'error', listener: (error: Error) => void): void
  on(event: 'exit', listener: () => void): void
  terminate(): Promise<number>
}

/** The module, without an import that bundlers for browsers would trip over. */
export const workerThreads = (): WorkerThreads => {
  const { process } = globalThis as unknown as { process: { getBuiltinModule(name: string): WorkerThreads } }
  return process.getBuiltinModule('node:worker_threads')
}
