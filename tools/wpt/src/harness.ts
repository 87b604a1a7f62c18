import { readFileSync } from 'node:fs'
import path from 'node:path'

/** End of one test of a file. */
export interface Outcome {
  name: string
  passed: boolean
  message: string
}

/** Report of testharness.js on a test, or on all of them together; status 0 when all went well. */
export interface Told {
  name: string
  status: number
  message: string | null
}

/** @throws Error when something outside of the tests went wrong */
export const outcomesOf = (file: string, tests: readonly Told[], harness: Omit<Told, 'name'>): Outcome[] => {
  if (harness.status !== 0) throw new Error(`${file}: ${harness.message}`)
  return tests.map(({ name, status, message }) => ({ name, passed: status === 0, message: message ?? '' }))
}

/** The scripts that a file asks for, and then the file, as paths in the checkout. */
export const scriptsOf = (checkout: string, file: string): string[] => {
  const asked = readFileSync(path.join(checkout, file), 'utf8').matchAll(/^\/\/ META: script=(.+)$/gm)
  const folder = path.posix.dirname(file)
  return [...[...asked].map(([, script]) => path.posix.resolve('/', folder, script).slice(1)), file]
}
