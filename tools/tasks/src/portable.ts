import { spawnSync } from 'node:child_process'
import { installRuntime, runtimes } from './runtimes.ts'

/*
 * npm run portable -- RUNTIME [WORDS]: the tests that pass in every runtime (`*.any.test.ts`, and what is computed alone), in one of
 * another name or version than that of the workspace. Words such as `packages/core` are for vitest.
 */
const [name = '', ...words] = process.argv.slice(2)
if (!(name in runtimes)) {
  console.error(
    `npm run portable -- RUNTIME: expected one of ${Object.keys(runtimes).join(', ')}, received "${name}"`,
  )
  process.exit(2)
}
const program = installRuntime(name)
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.portable.config.ts']
const all = [...runtimes[name].words, ...vitest, ...words]
// Options of Node, which others refuse.
const { NODE_OPTIONS, ...env } = process.env
const { status } = spawnSync(program, all, { stdio: 'inherit', env })
process.exit(status ?? 1)
