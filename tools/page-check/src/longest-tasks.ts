import type { Browser, Page } from 'playwright'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly frame?: string } }
}

/** The longest task of each thread that matters, in milliseconds of its CPU: by the clock a busy machine would have its say. */
export interface LongestTasks {
  /** Of the page's main thread. */
  readonly main: number
  /** Of the worker that reads; 0 where it did nothing. What the page asks of it waits for one task at the most. */
  readonly engine: number
}

/** Names of threads as a trace has them. */
const MAIN = 'CrRendererMain'
const ENGINE = 'DedicatedWorker thread'

/** The longest tasks while something is done. */
export const longestTasks = async (
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<LongestTasks> => {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const longestOf = (thread: string): number => {
    const threads = traceEvents.filter(
      ({ name, ph, args }) => ph === 'M' && name === 'thread_name' && args?.name === thread,
    )
    return traceEvents
      .filter(
        ({ name, tdur, pid, tid }) =>
          name === 'RunTask' &&
          tdur !== undefined &&
          threads.some((found) => found.pid === pid && found.tid === tid),
      )
      .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0)
  }
  const main = longestOf(MAIN)
  if (main === 0) throw new Error('no task was traced')
  return { main, engine: longestOf(ENGINE) }
}
