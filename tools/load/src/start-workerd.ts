import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type V4WorkerOptions } from 'miniflare'
import { measureWrite } from './measure-write.ts'

const folder = path.join(import.meta.dirname, '../../../apps/edge-worker')

/** The service on one workerd of its own. */
export interface Workerd {
  url: URL
  /** Milliseconds that a page takes to be written and synced where it stores, the median. */
  writeTime: number
  /** Bytes of memory that its processes occupy; nothing where /proc does not tell. */
  residentBytes(): number | undefined
  /** Milliseconds of CPU that its processes have used; 0 where /proc does not tell. */
  cpuTime(): number
  /** Tells whether it is the process that was started first. */
  isSame(): boolean
  /** Faults that it wrote to its log. */
  said: string[]
  stop(): Promise<void>
}

/**
 * Starts the service, bundled as it is deployed, on workerd at a free port, with storage that goes with it, in a folder of its
 * own within `storage`.
 *
 * `wrangler dev` puts a second worker before it, with two more sockets a connection: too many files for 10,000.
 */
export const startWorkerd = async (storage: string = tmpdir()): Promise<Workerd> => {
  const scratch = mkdtempSync(path.join(storage, 'runnel-load-'))
  const said: string[] = []
  const before = workerds()
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      log: new Log(LogLevel.NONE),
      resourcePersistencePath: path.join(scratch, 'state'),
      // A report of each request is no fault.
      handleStructuredLogs: ({ message }) => {
        if (!message.startsWith('{"level":"info"')) said.push(message)
      },
      handleUncaughtError: (error) => said.push(String(error.stack)),
      workers: [await workerOptions(path.join(scratch, 'bundle'))],
    }),
  )
  const url = await miniflare.ready
  const started = workerds().filter((pid) => !before.includes(pid))
  return {
    url,
    writeTime: measureWrite(scratch),
    residentBytes: () =>
      started.length === 0 ? undefined : started.reduce((sum, pid) => sum + resident(pid), 0),
    cpuTime: () => started.reduce((sum, pid) => sum + computed(pid), 0),
    isSame: () => started.every((pid) => workerds().includes(pid)),
    said,
    async stop() {
      await miniflare.dispose()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

const workerOptions = async (bundle: string): Promise<V4WorkerOptions> => {
  const wrangler = path.join(folder, 'node_modules/wrangler/bin/wrangler.js')
  await promisify(execFile)(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', bundle], {
    cwd: folder,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
  })
  // It says where secrets come from, among the figures, unless it is told before it is loaded.
  process.env.WRANGLER_LOG ??= 'error'
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler')
  const files = readdirSync(bundle).filter((file) => !/\.map$|^README\.md$/.test(file))
  const [main] = files.filter((file) => file.endsWith('.js'))
  return {
    ...(unstable_getMiniflareWorkerOptions(path.join(folder, 'wrangler.jsonc'))
      .workerOptions as V4WorkerOptions),
    modules: [main, ...files.filter((file) => file !== main)].map((file) => ({
      type: file.endsWith('.wasm') ? 'CompiledWasm' : file.endsWith('.js') ? 'ESModule' : 'Data',
      path: path.join(bundle, file),
      contents: readFileSync(path.join(bundle, file)),
    })),
    modulesRoot: bundle,
  } as V4WorkerOptions
}

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

/** Milliseconds of CPU of a process, all its threads together. */
const computed = (pid: string): number =>
  globSync(`/proc/${pid}/task/*/schedstat`).reduce((sum, file) => {
    try {
      return sum + Number(/^\d+/.exec(readFileSync(file, 'utf8'))?.[0] ?? 0) / 1e6
    } catch {
      return sum // ended meanwhile
    }
  }, 0)
