import path from 'node:path'
import { assertBuilt, published, root } from './published.ts'
import { runCommand } from './run-command.ts'

/** A package as npm would get it. */
export interface Packed {
  name: string
  /** Absolute path of the tarball. */
  tarball: string
}

/**
 * Packs every package into a folder, all in one run of pnpm.
 *
 * @throws Error when one is not built
 */
export const packAll = (destination: string): Packed[] => {
  for (const folder of published) assertBuilt(path.join(root, folder))
  const filters = published.flatMap((folder) => ['--filter', `./${folder}`])
  const words = [
    'pnpm',
    ...filters,
    'pack',
    '--json',
    '--config.ignore-scripts=true',
    '--pack-destination',
    destination,
  ]
  const output = runCommand(process.execPath, [path.join(root, 'scripts/with-pnpm.mjs'), ...words], {
    cwd: root,
  })
  const list: { name: string; filename: string }[] = JSON.parse(output)
  return list.map(({ name, filename }) => ({ name, tarball: path.resolve(destination, filename) }))
}
