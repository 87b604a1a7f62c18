import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Root of the workspace. */
export const root: string = path.join(import.meta.dirname, '../../..')

/** The fields of a package.json that these checks read. */
export interface Manifest {
  name: string
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  publishConfig?: { exports?: Record<string, Record<string, string>>; bin?: Record<string, string> }
}

/** Folders of the packages that npm gets, relative to the root. */
export const published: readonly string[] = globSync(['packages/*/package.json', 'apps/cli/package.json'], {
  cwd: root,
})
  .map((file) => path.dirname(file).replaceAll('\\', '/'))
  .sort()

/** Reads the package.json of a folder. */
export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))

/** The files that a package's exports and programs lead to once it is packed, relative to its folder. */
export const promisedFiles = ({ publishConfig = {} }: Manifest): string[] => {
  const { exports = {}, bin = {} } = publishConfig
  return [...Object.values(exports).flatMap(Object.values<string>), ...Object.values(bin)].map((file) =>
    path.posix.normalize(file),
  )
}

/**
 * Makes sure that a package was built before it is packed.
 *
 * @throws Error that names the missing files and the command that makes them
 */
export const assertBuilt = (folder: string): void => {
  const manifest = readManifest(folder)
  const missing = promisedFiles(manifest).filter((file) => !existsSync(path.join(folder, file)))
  if (missing.length === 0) return
  throw new Error(
    `${manifest.name} is not built: ${missing.join(', ')} missing. Run "npm test", which builds first, ` +
      'or "node scripts/with-pnpm.mjs turbo run build".',
  )
}
