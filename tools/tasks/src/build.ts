import { spawnSync } from 'node:child_process'

/*
 * npm run build: compiles every package into its `dist`, as it is packed. Words such as `--filter=@runnel/core` are for
 * turbo.
 */
const words = ['turbo', 'run', 'build', '--output-logs=errors-only', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, ['scripts/with-pnpm.mjs', ...words], { stdio: 'inherit' })
process.exit(status ?? 1)
