import { afterAll, describe, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { reasonIn, suites } from './expected.ts'
import type { Outcome } from './harness.ts'
import { runFile } from './run-file.ts'
import { digestOf, filesOf, findSuite } from './suite.ts'

const suite = findSuite()
const expected = 'folder' in suite ? suites[digestOf(suite.folder)] : undefined

/** Passing tests by number, all others by name under what kept them from passing. */
const summaryOf = (outcomes: readonly Outcome[]) => {
  const others: Record<string, string[]> = {}
  for (const { name, passed, message } of outcomes) {
    if (passed) continue
    const reason = reasonIn(message)
    others[reason] = [...(others[reason] ?? []), name]
  }
  return { passing: outcomes.filter(({ passed }) => passed).length, others }
}

if ('reason' in suite) test.skip(suite.reason)
else if (!expected) test.skip(`Web Platform Tests: expected.ts does not know those of ${suite.name}`)
else {
  const { folder } = suite
  const files = Object.keys(expected).sort()

  test('every file of the suite is expected', () => {
    expect(filesOf(folder)).toEqual(files)
  })

  test.each(files)('%s in Node: what passes, and why the others do not', async (file) => {
    expect(summaryOf(await runFile(folder, file, true))).toEqual(expected[file])
  })

  const chromium = process.env.RUNNEL_CHROMIUM
  if (!chromium) test.skip('Web Platform Tests in Chromium: RUNNEL_CHROMIUM names none')
  else {
    describe('in Chromium', async () => {
      const runner = await startChromium(chromium, folder)
      afterAll(() => runner.close())
      test.each(files)('%s in Chromium: what passes, and why the others do not', async (file) => {
        expect(summaryOf(await runner.run(file))).toEqual(expected[file])
      })
    })
  }
}
