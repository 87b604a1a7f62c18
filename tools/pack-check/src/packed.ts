import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../..')

/** Folders of the packages that npm gets. */
export const published = ['core', 'rnn-model', 'decipher', 'models', 'rx-operators']
  .map((name) => `packages/${name}`)
  .concat('apps/cli')

/** A package as npm would get it. */
export interface Packed {
  name: string
  tarball: string
  bytes: Buffer
}

/** Packs every package into a folder of its own; `turbo run build` has to have run before. */
export const packAll = (): Packed[] => {
  const destination = mkdtempSync(path.join(tmpdir(), 'runnel-packed-'))
  return published.map((name) => {
    const folder = path.join(root, name)
    const words = [path.join(root, 'scripts/with-pnpm.mjs'), 'pnpm', 'pack', '--json']
    const out = execFileSync(process.execPath, [...words, '--pack-destination', destination], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { filename } = JSON.parse(out)
    const tarball = path.resolve(destination, filename)
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return { name: manifest.name, tarball, bytes: readFileSync(tarball) }
  })
}
