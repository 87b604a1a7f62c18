import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type FoundChromium, findChromium } from './chromium.ts'
import { sideBySide } from './side-by-side.ts'
import { reasonsOf, type VitestReport } from './vitest-report.ts'

/*
 * npm test: everything that is checked. Each plain step counts as one check, each test of vitest as one.
 * The last line reads `N passed, N failed, N skipped`.
 */
const count = { passed: 0, failed: 0, skipped: 0 }
const reasons: string[] = []
/** Runs commands at once, each of them a check of its own. */
const steps = async (commands: Record<string, readonly [string, ...string[]]>): Promise<void> => {
  const programs = Object.entries(commands).map(([title, [command, ...words]]) => ({ title, command, words }))
  console.log(`\n── ${programs[0].title}`)
  for (const [index, passed] of (await sideBySide(...programs)).entries()) {
    count[passed ? 'passed' : 'failed']++
    if (!passed) reasons.push(`failed: ${programs[index].title}`)
  }
}

/** A run of some of the projects of vitest.config.ts, whose report goes to a file of that name. */
const vitest = (name: string, title: string, workers: number, projects: readonly string[]) => {
  const file = `.cache/vitest-${name}.json`
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const chosen = projects.map((project) => `--project=${project}`)
  const words = ['run', `--maxWorkers=${workers}`, ...reporters, ...chosen]
  return { title, file, command: 'vitest', words }
}

/** Counts the tests of a report, and gives them. */
const counted = (title: string, file: string, passed: boolean): VitestReport['testResults'] => {
  if (!passed) reasons.push(`failed: ${title}, see above`)
  if (!existsSync(file)) {
    count.failed++
    return []
  }
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'))
  count.passed += report.numPassedTests
  count.failed += report.numFailedTests
  count.skipped += report.numPendingTests + report.numTodoTests
  reasons.push(...reasonsOf(report))
  // A file that could not even be loaded has no tests to count, nor has an error outside of any.
  if (!passed && report.numFailedTests === 0) count.failed++
  return report.testResults
}

/*
 * In Chromium, and in workerd after it, a single process computes; many of the others wait for processes of their own. Side
 * by side they leave no processor idle, and the others, which any processor takes a file of, end last.
 */
const tests = async (chromium: FoundChromium): Promise<void> => {
  const isFound = 'path' in chromium
  const inOthers = `${isFound ? 'Chromium, ' : ''}packages and the service on workerd`
  const processors = availableParallelism()
  const others = [...(isFound ? ['chromium'] : []), 'workerd-packages', 'workerd']
  const runs = [
    vitest('node', 'Node, packed packages', processors, ['node*']),
    vitest('others', inOthers, Math.ceil(processors / 2), others),
  ]
  console.log(`\n── ${runs[0].title}; at once, told afterwards: ${inOthers}`)
  mkdirSync('.cache', { recursive: true })
  const env = isFound ? { RUNNEL_CHROMIUM: chromium.path } : {}
  const passed = await sideBySide(...runs.map((run) => ({ ...run, env })))
  const results = runs.flatMap(({ title, file }, index) => counted(title, file, passed[index]))
  if (!isFound) {
    const anywhere = results.filter(({ name }) => name.includes('.any.test.'))
    // Each of these ran in Node and on workerd, and would have run once more.
    const missing = anywhere.reduce((sum, { assertionResults }) => sum + assertionResults.length, 0) / 2
    count.skipped += missing
    reasons.push(`skipped: ${missing} tests in Chromium: ${chromium.reason}`)
  }
}

/** Turbo wants pnpm on its PATH. */
const turbo = (...words: string[]) =>
  ['node', 'scripts/with-pnpm.mjs', 'turbo', 'run', ...words, '--output-logs=errors-only'] as const

// It may have to be fetched, meanwhile.
const chromium = findChromium()
await steps({ 'format and lint': ['biome', 'ci', '--error-on-warnings'] })
await steps({ 'arrows between packages': ['turbo', 'boundaries'] })
await steps({
  // As many packages at once as there are processors: more threads for one only share less of what they have worked out.
  types: [...turbo('typecheck', '--concurrency=100%'), '--', '--checkers', '1'],
  // One package waits for another here.
  build: turbo('build'),
})
await steps({ page: ['node', 'apps/edge-worker/scripts/gather-assets.ts'] })
await tests(await chromium)

console.log(`\n${reasons.join('\n')}`)
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
process.exit(count.failed === 0 ? 0 : 1)
