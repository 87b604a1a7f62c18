import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInThisContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { outcomesOf, scriptsOf, type Told } from './harness.ts'
import * as replacements from './replacements.ts'

/*
 * The global scope that one file of the Web Platform Tests runs in: testharness.js, the scripts that the file asks
 * for, the file. All of it as it is in the checkout; only the classes under test are ours.
 */
const { checkout, file, ours }: { checkout: string; file: string; ours: boolean } = workerData
const scope = globalThis as unknown as Record<string, unknown> & {
  add_completion_callback(report: (tests: Told[], harness: Told) => void): void
}

scope.self = globalThis
scope.GLOBAL = { isWindow: () => false, isWorker: () => false, isShadowRealm: () => false }
if (ours) Object.assign(globalThis, replacements)

const load = (script: string): void => {
  const filename = path.join(checkout, script)
  runInThisContext(readFileSync(filename, 'utf8'), { filename })
}
load('resources/testharness.js')
scope.add_completion_callback((tests, harness) => {
  try {
    parentPort?.postMessage(outcomesOf(file, tests, harness))
  } catch (error) {
    parentPort?.postMessage(error)
  }
})
for (const script of scriptsOf(checkout, file)) load(script)
