import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const evaluate = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...words], { encoding: 'utf8' })

test('help lists what is measured, and an unknown name is refused with that list', () => {
  const help = evaluate('--help')
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('  live-speed ')])
  const refused = evaluate('lives')
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('received "lives"')])
  expect(refused.stderr).toContain('  live-speed ')
})

test('an option that is none is refused with those that are, without a stack', () => {
  const { status, stderr } = evaluate('periodic', '--counts', '3')
  expect(status).toBe(2)
  expect(stderr).toContain("Unknown option '--counts'")
  expect(stderr).toContain('--count N')
  expect(stderr).not.toContain('    at ')
})
