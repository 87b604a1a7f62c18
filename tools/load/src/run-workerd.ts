import { globSync, readdirSync, readFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4WorkerOptions } from 'miniflare'

/** A worker on one workerd of its own. */
export interface RunningWorkerd {
  url: URL
  /** Bytes of memory that its processes occupy; nothing where /proc does not tell. */
  residentBytes(): number | undefined
  /** Milliseconds of CPU that its processes have used; 0 where /proc does not tell. */
  cpuTime(): number
  /** Tells whether it is the process that was started first. */
  isSame(): boolean
  /** Faults that it wrote to its log. */
  said: string[]
  stop(): Promise<void>
  bucket: Miniflare['getR2Bucket']
  queue: Miniflare['getQueueProducer']
  /** Ends workerd at once with SIGKILL, as a crash would, where /proc tells which it is. */
  kill(): Promise<void>
}

/**
 * Runs a worker on workerd at a free port that leads straight to it; what it stores lies in the folder `state`. The workers that
 * the simulator puts before it would take 2 ms of the same thread for each request, and are none of the service.
 */
export const runWorkerd = async (worker: V4WorkerOptions, state: string): Promise<RunningWorkerd> => {
  const said: string[] = []
  const before = workerds()
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      log: new Log(LogLevel.NONE),
      resourcePersistencePath: state,
      // A report of each request is no fault.
      handleStructuredLogs: ({ message }) => {
        if (!message.startsWith('{"level":"info"')) said.push(message)
      },
      handleUncaughtError: (error) => said.push(String(error.stack)),
      workers: [worker, doorTo(worker)],
    }),
  )
  const url = await miniflare.unsafeGetDirectURL(DOOR)
  const started = workerds().filter((pid) => !before.includes(pid))
  return {
    url,
    residentBytes: () =>
      started.length === 0 ? undefined : started.reduce((sum, pid) => sum + resident(pid), 0),
    cpuTime: () => started.reduce((sum, pid) => sum + computed(pid), 0),
    isSame: () => started.every((pid) => workerds().includes(pid)),
    said,
    bucket: (name) => miniflare.getR2Bucket(name),
    queue: (name) => miniflare.getQueueProducer(name),
    stop: () => miniflare.dispose(),
    async kill() {
      for (const pid of started) process.kill(Number(pid), 'SIGKILL')
      await miniflare.dispose()
    },
  }
}

/** Name of the worker that has a socket lead straight to another. */
const DOOR = 'door'

/** A worker that is never asked: its socket leads to another. */
const doorTo = ({ name }: V4WorkerOptions): V4WorkerOptions => ({
  name: DOOR,
  modules: true,
  script: 'export default {}',
  unsafeDirectSockets: [{ host: '127.0.0.1', port: 0, serviceName: name ?? '' }],
})

/** Processes of workerd that this one has started, where /proc tells. */
const workerds = (): string[] =>
  globSync('/proc/[0-9]*/stat').flatMap((file) => {
    try {
      const [, pid, name, parent] = /^(\d+) \((.*)\) \S (\d+)/.exec(readFileSync(file, 'utf8')) ?? []
      return name === 'workerd' && Number(parent) === process.pid ? [pid] : []
    } catch {
      return [] // ended meanwhile
    }
  })

const resident = (pid: string): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** Milliseconds of CPU of a process, all its threads together. It is asked for at each request: matching paths takes seven times as long. */
const computed = (pid: string): number =>
  threadsOf(pid).reduce((sum, thread) => {
    try {
      return (
        sum +
        Number(/^\d+/.exec(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))?.[0] ?? 0) / 1e6
      )
    } catch {
      return sum // ended meanwhile
    }
  }, 0)

const threadsOf = (pid: string): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return [] // ended meanwhile
  }
}
