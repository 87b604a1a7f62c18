import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { root } from '../published.ts'
import { type Adopter, plaintext } from './adopter.ts'
import { installedSize } from './installed-sizes.ts'
import type { Project } from './project.ts'
import { createResults, type Result } from './results.ts'
import { createShelf } from './shelf.ts'
import { resultTable, sizeTable, writeTables } from './tables.ts'
import { bundlerAdopters } from './toolchains/bundlers.ts'
import { compilerAdopters } from './toolchains/compilers.ts'
import { pageAdopters } from './toolchains/pages.ts'
import { runtimeAdopters } from './toolchains/runtimes.ts'
import { serverAdopters } from './toolchains/servers.ts'

/*
 * npm run adopters -- [NAME…] [--write] [--again]: the guides' code in every runtime, compiler, bundler and framework, each
 * in an empty folder that installs the packages as packed. Results that nothing has changed since are taken from `.cache`
 * unless --again; NAMEs are parts of names; --write puts the tables into docs/adopters.md.
 */
const all = [...runtimeAdopters, ...compilerAdopters, ...bundlerAdopters, ...pageAdopters, ...serverAdopters]
const usage = `npm run adopters -- [NAME…] [--write] [--again]: NAMEs are parts of ${all.map(({ name }) => name).join('; ')}`
const { values, positionals } = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { write: { type: 'boolean' }, again: { type: 'boolean' }, help: { type: 'boolean' } },
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    process.exit(2)
  }
})()
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const isAsked = ({ name }: Adopter): boolean =>
  positionals.length === 0 || positionals.some((part) => name.toLowerCase().includes(part.toLowerCase()))
const asked = all.filter(isAsked)
if (asked.length === 0 || (values.write && asked.length < all.length)) {
  console.error(values.write ? '--write wants them all: leave the names out' : usage)
  process.exit(2)
}

/** Versions of what leads the list of an adopter's packages, as installed. */
const versionsOf = ({ packages, versions }: Adopter, project: Project): string =>
  versions ??
  packages
    .filter((one) => !one.startsWith('@types/') && !one.startsWith('rxjs@'))
    .map((one) => one.slice(0, one.lastIndexOf('@')))
    .map((name) => `${name} ${project.versionOf(name)}`)
    .join(', ')

const build = ['turbo', 'run', 'build', '--output-logs=errors-only', '--log-order=grouped']
const built = spawnSync(process.execPath, ['scripts/with-pnpm.mjs', ...build], { cwd: root, stdio: 'ignore' })
if (built.status !== 0) throw new Error('the packages could not be built: see npm run build')
const shelf = await createShelf()
try {
  const results = createResults(shelf.digest)
  const rows: Result[] = []
  for (const [i, adopter] of asked.entries()) {
    process.stdout.write(`${i + 1}/${asked.length} ${adopter.name} … `)
    const known = values.again ? undefined : results.find(adopter)
    const row = known ?? (await tried(adopter))
    results.keep(adopter, row)
    rows.push(row)
    console.log(row.fault ?? `${row.versions}${known ? ' (as before)' : ''}`)
  }
  if (values.write) {
    writeTables({ adopters: resultTable(rows), sizes: sizeTable(shelf.packed.map(installedSize)) })
  }
  process.exitCode = rows.some(({ fault }) => fault !== undefined) ? 1 : 0
} finally {
  shelf.remove()
}

async function tried(adopter: Adopter): Promise<Result> {
  const { name, guide } = adopter
  try {
    return await shelf.withProject(adopter, async (project) => {
      const { plaintext: read, ...sizes } = await adopter.check(project)
      if (read !== plaintext) throw new Error(`it reads: ${read}`)
      return { name, guide, versions: versionsOf(adopter, project), ...sizes }
    })
  } catch (error) {
    return { name, guide, versions: '', fault: (error as Error).message }
  }
}
