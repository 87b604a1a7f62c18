import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const train = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...words], { encoding: 'utf8' })

test('help lists what can be trained, and what is none is refused with it', () => {
  const help = train('--help')
  expect([help.status, help.stdout, help.stderr]).toEqual([0, expect.stringContaining('english-counts'), ''])
  const refused = train('englisch')
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('received "englisch"')])
  expect(refused.stderr).not.toContain('    at ')
})
