import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInThisContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import * as replacements from './replacements.ts'
import type { Outcome } from './run-file.ts'

/*
 * The global scope that one file of the Web Platform Tests runs in: testharness.js, the scripts that the file asks
 * for, the file. All of it as it is in the checkout; only the classes under test are ours.
 */
const { checkout, file, ours }: { checkout: string; file: string; ours: boolean } = workerData
const scope = globalThis as unknown as Record<string, unknown> & {
  add_completion_callback(report: (tests: HarnessTest[]) => void): void
}

interface HarnessTest {
  name: string
  status: number
  message: string | null
}

scope.self = globalThis
scope.GLOBAL = { isWindow: () => false, isWorker: () => false, isShadowRealm: () => false }
if (ours) Object.assign(globalThis, replacements)

const load = (name: string): void => {
  runInThisContext(readFileSync(name, 'utf8'), { filename: name })
}
load(path.join(checkout, 'resources/testharness.js'))
scope.add_completion_callback((tests) => {
  const outcomes: Outcome[] = tests.map(({ name, status, message }) => ({
    name,
    passed: status === 0,
    message: message ?? '',
  }))
  parentPort?.postMessage(outcomes)
})
const test = path.join(checkout, file)
for (const [, script] of readFileSync(test, 'utf8').matchAll(/^\/\/ META: script=(.+)$/gm)) {
  load(script.startsWith('/') ? path.join(checkout, script) : path.join(path.dirname(test), script))
}
load(test)
