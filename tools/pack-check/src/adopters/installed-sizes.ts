import { readFileSync } from 'node:fs'
import type { Packed } from '../packed.ts'
import { runCommand } from '../run-command.ts'

/** Bytes of a package. */
export interface Installed {
  name: string
  /** The tarball, and all files in it. */
  packed: number
  unpacked: number
  /** The source maps among them, which no program loads. */
  maps: number
}

/** Measures a tarball. */
export const installedSize = ({ name, tarball }: Packed): Installed => {
  // Mode, owner, bytes, date, time, name.
  const files = runCommand('tar', ['-tvzf', tarball])
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/))
  const sum = (lines: readonly string[][]): number => lines.reduce((all, [, , size]) => all + Number(size), 0)
  return {
    name,
    packed: readFileSync(tarball).length,
    unpacked: sum(files),
    maps: sum(files.filter((line) => line.at(-1)?.endsWith('.map'))),
  }
}
