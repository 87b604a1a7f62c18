import { attack } from './attack/attack.ts'
import { attackMarkdown } from './attack/report.ts'
import { measureFairness } from './fairness/fairness.ts'
import { fairnessMarkdown } from './fairness/report.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { fuzzMarkdown } from './fuzz/report.ts'
import { load } from './load.ts'
import type { LoadOptions } from './options.ts'
import { withProgress } from './progress.ts'
import type { Workerd } from './start-workerd.ts'

/** All suites by name, each to be run against a service; each gives its report, and whether it passed. */
export const suitesOf = (workerd: Workerd, options: LoadOptions, signal: AbortSignal) => ({
  load: () => load(workerd, options, signal),
  fuzz: async () => {
    const { requests } = options
    const run = (advance: (done: number) => void) => fuzz(workerd, options, signal, advance)
    return fuzzMarkdown(await withProgress('attacks', 'requests', requests, run), options)
  },
  fairness: async () => fairnessMarkdown(await measureFairness(workerd, options, signal), options),
  attack: async () => attackMarkdown(await attack(workerd, options, signal), options),
})
