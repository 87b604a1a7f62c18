import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The `apt-get` that is run, and the folder where the machine says which archives it uses. */
export interface Apt {
  get: string
  sources: string
}

/**
 * Fetches the archives of a Debian source package into an empty folder, checked by apt against what the distribution
 * signed. It comes from where the machine's binary packages come from, whether or not sources are asked for there.
 * Lists and settings are kept in `folder` too: nothing on the machine changes, and root is not needed.
 *
 * @returns names of the archives
 * @throws Error with what apt said, where it is missing or does not know the package
 */
export const downloadSource = (
  name: string,
  folder: string,
  { get, sources }: Apt = { get: 'apt-get', sources: '/etc/apt' },
): string[] => {
  const apt = path.join(folder, 'apt')
  for (const part of ['lists/partial', 'cache/archives/partial', 'sources']) {
    mkdirSync(path.join(apt, part), { recursive: true })
  }
  for (const file of globSync(['sources.list', 'sources.list.d/*.{list,sources}'], { cwd: sources })) {
    const text = readFileSync(path.join(sources, file), 'utf8')
    const asked = text.replace(/^deb(?=\s)/gm, 'deb-src').replace(/^Types:.*$/gm, 'Types: deb-src')
    writeFileSync(path.join(apt, 'sources', path.basename(file)), asked)
  }
  const settings = {
    'Dir::Etc::sourcelist': '/dev/null',
    'Dir::Etc::sourceparts': path.join(apt, 'sources'),
    'Dir::State::lists': path.join(apt, 'lists'),
    'Dir::Cache': path.join(apt, 'cache'),
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '30',
    'Acquire::https::Timeout': '30',
  }
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`])
  const run = (...words: string[]) =>
    spawnSync(get, [...options, ...words], { cwd: folder, encoding: 'utf8', timeout: 120_000 })
  // An archive without sources makes this fail, and is no harm.
  run('update')
  const { error, status, stderr } = run('source', '--tar-only', '--download-only', name)
  if (error) throw error
  if (status !== 0) throw new Error(`apt-get source ${name}: ${stderr.trim().replace(/\s+/g, ' ')}`)
  return globSync('*.tar.*', { cwd: folder })
}
