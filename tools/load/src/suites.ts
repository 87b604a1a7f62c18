import { attack } from './attack/attack.ts'
import { attackMarkdown } from './attack/report.ts'
import { runBulk } from './bulk/bulk.ts'
import { bundleBulkWorker } from './bulk/bulk-worker.ts'
import { bulkMarkdown } from './bulk/report.ts'
import { measureBursts } from './burst/burst.ts'
import { burstMarkdown } from './burst/report.ts'
import { measureFairness } from './fairness/fairness.ts'
import { fairnessMarkdown } from './fairness/report.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { fuzzMarkdown } from './fuzz/report.ts'
import { load } from './load.ts'
import { measureMemory, requestsInAll } from './memory/memory.ts'
import { memoryMarkdown } from './memory/report.ts'
import type { LoadOptions } from './options.ts'
import { withProgress } from './progress.ts'
import type { Workerd } from './start-workerd.ts'
import { measureWork, textsInAll } from './work/measure-work.ts'
import { workMarkdown } from './work/report.ts'

/** Seconds after which parts of a bucket are sent again: what a kill costs, where nobody waits in line for long. */
const PATIENCE = 10

/** Report of a suite in Markdown, and whether it passed. */
export interface SuiteReport {
  text: string
  passed: boolean
}

/** Whether a suite brings workers of its own. */
export const isApart = (suite: LoadOptions['suite']): suite is keyof typeof apart =>
  Object.hasOwn(apart, suite)

/** Runs a suite that brings workers of its own; `started` is called whenever one has started. */
export const runApart = (
  options: LoadOptions,
  signal: AbortSignal,
  started: () => void,
): Promise<SuiteReport> => apart[options.suite as keyof typeof apart](options, signal, started)

const memory = async (
  options: LoadOptions,
  signal: AbortSignal,
  started: () => void,
): Promise<SuiteReport> => {
  const { requests } = options
  const run = (progressed: (done: number) => void) => measureMemory(options, { signal, started, progressed })
  return memoryMarkdown(await withProgress('memory', 'requests', requestsInAll(requests), run), requests)
}

const work = async (options: LoadOptions, signal: AbortSignal, started: () => void): Promise<SuiteReport> => {
  const run = (progressed: (done: number) => void) => measureWork(options, { signal, started, progressed })
  return workMarkdown(await withProgress('work', 'texts', textsInAll(), run))
}

const bulk = async (options: LoadOptions, signal: AbortSignal, started: () => void): Promise<SuiteReport> => {
  const { messages } = options
  let done = 0
  const worker = await bundleBulkWorker({ patience: PATIENCE }, options.storage)
  try {
    return await withProgress('a bucket', 'messages', messages, async (advance) => {
      const progressed = (now: number) => {
        done = now
        advance(now)
      }
      return bulkMarkdown(await runBulk(worker, options, { signal, started, progressed }), options)
    })
  } catch (error) {
    // ^C at a terminal ends workerd too.
    if (!signal.aborted) throw error
    return {
      text: `\`npm run load -- bulk\` was stopped: ${done} of ${messages} messages were done.`,
      passed: false,
    }
  }
}

/** The suites that bring workers of their own, by name. */
const apart = { memory, bulk, work }

/** The suites that are run against the service, by name; each gives its report, and whether it passed. */
export const suitesOf = (workerd: Workerd, options: LoadOptions, signal: AbortSignal) => ({
  load: () => load(workerd, options, signal),
  fuzz: async () => {
    const { requests } = options
    const run = (advance: (done: number) => void) => fuzz(workerd, options, signal, advance)
    return fuzzMarkdown(await withProgress('attacks', 'requests', requests, run), options)
  },
  fairness: async () => fairnessMarkdown(await measureFairness(workerd, options, signal), options),
  burst: async () => burstMarkdown(await measureBursts(workerd, options, signal), options),
  attack: async () => attackMarkdown(await attack(workerd, options, signal), options),
})
