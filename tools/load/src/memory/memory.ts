import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { V4WorkerOptions } from 'miniflare'
import { bundleWorker } from '../bundle-worker.ts'
import { countOne } from '../fairness/tally.ts'
import type { LoadOptions } from '../options.ts'
import { type RunningWorkerd, runWorkerd } from '../run-workerd.ts'
import { createSend, kinds as everyKind, type Kind } from './kinds.ts'

/** A worker that answers at once, as small as one can be. */
const oneLine: V4WorkerOptions = {
  name: 'one-line',
  modules: [
    {
      type: 'ESModule',
      path: 'one-line.js',
      contents:
        "export default { fetch: ({ url }) => new Response('ok', { status: url.endsWith('refused') ? 429 : 200 }) }",
    },
  ],
  compatibilityDate: '2026-10-23',
}

/** Requests at a time, and looks at the memory. */
const [AT_ONCE, LOOKS] = [32, 6]

/** Heap that V8 may use for each isolate, in MiB: as on the platform, so that it collects as it does there. */
const HEAP = 128

/** Memory of workerd while it answers requests of one kind. */
export interface MemoryFindings {
  kind: Kind
  requests: number
  /** Bytes before the first request, and after each sixth of them. */
  bytes: number[]
  /** Outcomes of the requests, each with how many had it. */
  answers: Map<string, number>
}

/** The end of a run before its time, and those who hear of its course. */
export interface MemoryWatch {
  signal: AbortSignal
  /** Called whenever a workerd has started. */
  started(): void
  /** Called with the requests that were answered. */
  progressed(done: number): void
}

/** Has one workerd after another answer requests of one kind each, and looks at its memory. */
export const measureMemory = async (
  { requests, storage }: Pick<LoadOptions, 'requests' | 'storage'>,
  { signal, started, progressed }: MemoryWatch,
  kinds: readonly Kind[] = everyKind,
): Promise<MemoryFindings[]> => {
  process.env.MINIFLARE_WORKERD_V8_FLAGS = `--max-heap-size=${HEAP}`
  const scratch = mkdtempSync(path.join(storage, 'runnel-load-'))
  const folder = path.join(import.meta.dirname, '../../../../apps/edge-worker')
  const isServed = kinds.some(({ worker }) => worker === 'service')
  const service = isServed ? await bundleWorker(folder, path.join(scratch, 'bundle')) : oneLine
  const all: MemoryFindings[] = []
  let done = 0
  for (const kind of kinds) {
    if (signal.aborted) break
    const workerd = await runWorkerd(
      kind.worker === 'service' ? service : oneLine,
      path.join(scratch, String(all.length)),
    )
    started()
    try {
      all.push(await measureKind(workerd, kind, { requests, signal, advance: () => progressed(++done) }))
    } finally {
      await workerd.stop()
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  return all
}

/** Requests in all. */
export const requestsInAll = (requests: number): number =>
  everyKind.reduce((sum, { share }) => sum + Math.ceil((requests * share) / LOOKS) * LOOKS, 0)

const measureKind = async (
  workerd: RunningWorkerd,
  kind: Kind,
  { requests, signal, advance }: { requests: number; signal: AbortSignal; advance: () => void },
): Promise<MemoryFindings> => {
  const { send, close } = createSend(workerd.url, AT_ONCE)
  await kind.prepare?.(send)
  const each = Math.ceil((requests * kind.share) / LOOKS)
  const bytes = [workerd.residentBytes() ?? Number.NaN]
  const answers = new Map<string, number>()
  let number = 0
  for (let look = 1; look <= LOOKS && !signal.aborted; look++) {
    const sendSome = async () => {
      while (number < look * each && !signal.aborted) {
        countOne(answers, await kind.send(send, number++))
        advance()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, sendSome))
    bytes.push(workerd.residentBytes() ?? Number.NaN)
  }
  close()
  return { kind, requests: number, bytes, answers }
}
