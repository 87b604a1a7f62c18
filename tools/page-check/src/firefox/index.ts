import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findProgram, installFromDebian } from '@runnel/tasks/programs'

/*
 * npm run firefox: the flows of the page, as `npm test` has Chromium go through them, in a released Firefox: RUNNEL_FIREFOX, an
 * installed one, or Debian's package where this user may install it.
 */
const names = ['firefox-esr', 'firefox']
const find = (): string | undefined => process.env.RUNNEL_FIREFOX ?? findProgram(names)
if (!find()) await installFromDebian('firefox-esr')
const firefox = find()
if (firefox) {
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'node-service',
      'tools/page-check/src/flows.test.ts',
    ],
    {
      stdio: 'inherit',
      cwd: path.join(import.meta.dirname, '../../../..'),
      env: { ...process.env, RUNNEL_FIREFOX: firefox },
    },
  )
  process.exitCode = status ?? 1
} else {
  console.error(
    'No Firefox is installed, and none could be installed here: RUNNEL_FIREFOX names its program.',
  )
  process.exitCode = 1
}
