// Runs one task from a fresh clone: installs what is missing, then starts the task with the Node that the
// workspace brings. Needs nothing but Node 20 and npm itself; everything behind it runs TypeScript directly.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const tasks = {
  start: 'tools/tasks/src/start.ts',
  test: 'tools/tasks/src/test.ts',
  fuzz: 'tools/tasks/src/fuzz.ts',
  build: 'tools/tasks/src/build.ts',
  site: 'tools/site/src/main.ts',
  runnel: 'apps/cli/src/main.ts',
  corpus: 'tools/corpus/src/main.ts',
  train: 'tools/train/src/main.ts',
  evaluate: 'tools/evaluate/src/main.ts',
  bench: 'tools/bench/src/main.ts',
  load: 'tools/load/src/main.ts',
  portable: 'tools/tasks/src/portable.ts',
  adopters: 'tools/pack-check/src/adopters/main.ts',
}

/** As much of the workspace as `npm start` needs, for pnpm; all other tasks need the whole of it. */
const startWords = ['--prod', '--filter', '@runnel/tasks...', '--filter', '@runnel/edge-worker...']

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const inRoot = (file) => path.join(root, file)
const [task, ...words] = process.argv.slice(2)
const parent = process.ppid

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Runnel needs Node 20 or newer; this is ${process.version}.`)
  process.exit(1)
}
const file = task === 'example' ? exampleFile(words.shift()) : tasks[task]
install()
const child = spawn(
  inRoot('tools/tasks/node_modules/node/bin/node'),
  ['--disable-warning=ExperimentalWarning', inRoot(file), ...words],
  {
    stdio: 'inherit',
    // Paths that a user of the command line gives are relative to where the user is.
    cwd: ['runnel', 'example'].includes(task) ? (process.env.INIT_CWD ?? root) : root,
    env: {
      ...process.env,
      PATH: ['node_modules/.bin', 'tools/tasks/node_modules/.bin']
        .map(inRoot)
        .concat(process.env.PATH)
        .join(path.delimiter),
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      // Node keeps what it compiled: each program starts in a third of the time.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('node_modules/.cache/node'),
    },
  },
)
// ^C reaches the child by itself; this process only has to outlive it.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm sends SIGTERM to the shell that runs this, which dies of it and leaves this process to another parent.
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))

/** The program of an example, by the name of its folder. */
function exampleFile(name = '') {
  const names = readdirSync(inRoot('examples')).filter((one) =>
    existsSync(inRoot(`examples/${one}/src/main.ts`)),
  )
  if (names.includes(name)) return `examples/${name}/src/main.ts`
  console.error(`npm run example -- NAME: expected one of ${names.join(', ')}, received "${name}"`)
  process.exit(2)
}

/** Installs with pnpm when the lockfile or a package.json has changed since the last time, or more is needed. */
function install() {
  const stamp = inRoot('node_modules/.installed')
  const whole = fingerprint()
  const part = `${whole} start`
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (installed === whole || (task === 'start' && installed === part)) return
  // A workspace that was whole stays so.
  const isPart = task === 'start' && (installed === '' || installed.endsWith(' start'))
  console.error('Installing the packages (the first time takes a minute or two) …')
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [inRoot('scripts/with-pnpm.mjs'), 'pnpm', 'install', '--frozen-lockfile', ...(isPart ? startWords : [])],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CI: 'true' } },
  )
  if (status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`)
    console.error('The packages could not be installed. Is the npm registry within reach?')
    process.exit(1)
  }
  writeFileSync(stamp, isPart ? part : whole)
}

function fingerprint() {
  const hash = createHash('sha256')
  const folders = ['packages', 'apps', 'tools', 'examples']
  const files = folders
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) => readdirSync(inRoot(folder)).map((name) => inRoot(`${folder}/${name}/package.json`)))
    .filter((file) => existsSync(file))
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map(inRoot).concat(files)) {
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}
