import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.ts'

/*
 * npm test: everything that is checked. Each plain step counts as one check, each test of vitest as one.
 * The last line reads `N passed, N failed, N skipped`.
 */
const count = { passed: 0, failed: 0, skipped: 0 }
const reasons: string[] = []
/** Turbo wants pnpm on its PATH. */
const withPnpm = ['node', 'scripts/with-pnpm.mjs'] as const

const run = (command: string, words: string[], env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(command, words, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0

const step = (title: string, ...[command, ...words]: [string, ...string[]]): void => {
  console.log(`\n── ${title}`)
  const passed = run(command, words)
  count[passed ? 'passed' : 'failed']++
  if (!passed) reasons.push(`failed: ${title}`)
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

const tests = async (): Promise<void> => {
  console.log('\n── unit, property, workerd, Chromium, packed packages')
  const chromium = await findChromium()
  const file = '.cache/vitest.json'
  rmSync(file, { force: true })
  mkdirSync('.cache', { recursive: true })
  // A worker for every processor: many tests wait for processes of their own.
  const workers = ['--maxWorkers=100%']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const passed = run(
    'vitest',
    ['run', ...workers, ...reporters],
    'path' in chromium ? { RUNNEL_CHROMIUM: chromium.path } : {},
  )
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  count.passed += report.numPassedTests
  count.failed += report.numFailedTests
  count.skipped += report.numPendingTests + report.numTodoTests
  for (const { assertionResults } of report.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status === 'skipped') reasons.push(`skipped: ${fullName}`)
    }
  }
  // A file that could not even be loaded has no tests to count, nor has an error outside of any.
  if (!passed && report.numFailedTests === 0) count.failed++
  if (!passed) reasons.push('failed: vitest, see above')
  if ('reason' in chromium) {
    const anywhere = report.testResults.filter(({ name }) => name.includes('.any.test.'))
    // Each of these ran in Node and on workerd, and would have run once more.
    const missing = anywhere.reduce((sum, { assertionResults }) => sum + assertionResults.length, 0) / 2
    count.skipped += missing
    reasons.push(`skipped: ${missing} tests in Chromium: ${chromium.reason}`)
  }
}

step('format and lint', 'biome', 'ci', '--error-on-warnings')
step('types', ...withPnpm, 'turbo', 'run', 'typecheck', '--output-logs=errors-only')
step('arrows between packages', 'turbo', 'boundaries')
step('build', ...withPnpm, 'turbo', 'run', 'build', '--output-logs=errors-only')
await tests()

console.log(`\n${reasons.join('\n')}`)
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
process.exit(count.failed === 0 ? 0 : 1)
