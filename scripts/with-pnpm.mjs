// Runs a command of the workspace with pnpm, in the version that package.json names, on its PATH:
//   node scripts/with-pnpm.mjs turbo run build
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { devEngines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const { name, version } = devEngines.packageManager
const { status } = spawnSync(
  'npx',
  ['--yes', `--package=${name}@${version}`, '--', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
)
process.exit(status ?? 1)
