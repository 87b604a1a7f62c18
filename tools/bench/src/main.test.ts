import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const bench = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...words], { encoding: 'utf8' })

test('help lists the suites, and what is none is refused with them', () => {
  const help = bench('--help')
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('  overhead ')])
  const refused = bench('engines')
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('received "engines"')])
})

test('an option that is none is refused without a stack', () => {
  const { status, stderr } = bench('training', '--round', '3')
  expect([status, stderr]).toEqual([2, expect.stringContaining("Unknown option '--round'")])
  expect(stderr).not.toContain('    at ')
})
