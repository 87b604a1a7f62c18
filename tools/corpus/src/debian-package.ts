import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cachePath } from './cache.ts'

/** A Debian package could not be fetched or unpacked. */
export class DebianPackageError extends Error {
  override readonly name = 'DebianPackageError'
  readonly packageName: string
  constructor(packageName: string, options: { cause: unknown }) {
    super(
      `The text in the Debian package ${packageName} could not be fetched: this needs apt-get and dpkg-deb ` +
        '(Debian, Ubuntu; not root) and a package list (apt-get update).',
      options,
    )
    this.packageName = packageName
  }
}

/** An unpacked package. */
export interface DebianPackage {
  version: string
  /** Path of a file or folder in it, without the leading slash. */
  file(name: string): string
}

/**
 * Fetches a Debian package, unless it was fetched before, and unpacks it into `.cache/debian`. Nothing is
 * installed, and no script of the package runs.
 *
 * @throws DebianPackageError where apt is missing or does not know the package
 */
export const debianPackage = (
  name: string,
  commands = { get: 'apt-get', deb: 'dpkg-deb' },
): DebianPackage => {
  const folder = cachePath('debian', name)
  if (!existsSync(folder)) {
    const partial = `${folder}.partial`
    try {
      rmSync(partial, { recursive: true, force: true })
      mkdirSync(partial, { recursive: true })
      execFileSync(commands.get, ['download', name], { cwd: partial, stdio: 'pipe' })
      const [archive] = readdirSync(partial)
      execFileSync(commands.deb, ['-x', archive, 'files'], { cwd: partial, stdio: 'pipe' })
      renameSync(partial, folder)
    } catch (cause) {
      rmSync(partial, { recursive: true, force: true })
      throw new DebianPackageError(name, { cause })
    }
  }
  const archive = readdirSync(folder).find((file) => file.endsWith('.deb')) ?? ''
  return {
    version: decodeURIComponent(archive.split('_')[1] ?? ''),
    file: (inside) => path.join(folder, 'files', inside),
  }
}
