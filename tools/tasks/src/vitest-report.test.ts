import path from 'node:path'
import { expect, test } from 'vitest'
import { reasonsOf } from './vitest-report.ts'

test('tells what failed or was skipped, with the first line of why', () => {
  const file = (name: string, status: string, rest: object) => ({
    name: path.resolve(name),
    status,
    assertionResults: [],
    ...rest,
  })
  const failed = {
    status: 'failed',
    fullName: 'two is one',
    failureMessages: ['\u001b[31mError\u001b[39m: no\n  at x'],
  }
  const testResults = [
    file('a.test.ts', 'passed', { assertionResults: [{ status: 'passed', fullName: 'one is one' }] }),
    file('b.test.ts', 'failed', { assertionResults: [failed, { status: 'skipped', fullName: 'not here' }] }),
    file('c.test.ts', 'failed', { message: 'Cannot find module x\nfrom c' }),
  ]
  expect(reasonsOf({ testResults })).toEqual([
    'failed: b.test.ts: two is one: Error: no',
    'skipped: not here',
    'failed: c.test.ts: Cannot find module x',
  ])
})
