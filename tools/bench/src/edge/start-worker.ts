import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { cpuTime, descendants } from './cpu-time.ts'
import type { Deployment } from './deployment.ts'

/** A worker on a workerd of its own, without the proxy that `wrangler dev` puts before it. */
export interface RunningWorker {
  url: string
  /** Milliseconds of CPU that its workerd has used. */
  cpu(): number
  stop(): Promise<void>
}

/** Starts what `wrangler deploy` would send. `log` takes its lines. */
export const startWorker = async (
  { files }: Deployment,
  sessions: boolean,
  log: (line: string) => void = () => {},
): Promise<RunningWorker> => {
  const before = new Set(descendants(process.pid, 'workerd'))
  const modules = Object.entries(files)
    // The entry comes first.
    .sort(([a], [b]) => Number(a.endsWith('.wasm')) - Number(b.endsWith('.wasm')))
    .map(([name, contents]) => ({
      type: name.endsWith('.wasm') ? ('CompiledWasm' as const) : ('ESModule' as const),
      path: name,
      contents,
    }))
  const options = convertV4MiniflareOptions({
    modules,
    host: '127.0.0.1',
    compatibilityDate: '2026-10-23',
    // Only the service has sessions.
    ...(sessions && { durableObjects: { SESSIONS: { className: 'Session', useSQLite: true } } }),
    handleStructuredLogs: ({ message }) => log(message),
  })
  const miniflare = new Miniflare(options)
  const url = (await miniflare.ready).href.replace(/\/$/, '')
  const [pid] = descendants(process.pid, 'workerd').filter((id) => !before.has(id))
  return { url, cpu: () => cpuTime(pid), stop: () => miniflare.dispose() }
}
