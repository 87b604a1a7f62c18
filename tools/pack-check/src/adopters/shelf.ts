import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Packed, packAll } from '../packed.ts'
import { startRegistry } from '../registry.ts'
import type { Adopter } from './adopter.ts'
import { createProject, type Project } from './project.ts'

/** The packages as packed, in a registry on this machine. */
export interface Shelf {
  packed: readonly Packed[]
  /** SHA-256 of all tarballs. */
  digest: string
  /** Makes an empty folder outside the workspace, installs what an adopter needs, uses the project, and removes it. */
  withProject<T>(adopter: Adopter, use: (project: Project) => T | Promise<T>): Promise<T>
  remove(): void
}

/** Packs the packages, which are built, and publishes them. */
export const createShelf = async (): Promise<Shelf> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-adopters-'))
  const packed = packAll(folder)
  const hash = createHash('sha256')
  for (const { tarball } of packed) hash.update(readFileSync(tarball))
  const registry = await startRegistry(path.join(folder, 'registry'))
  await registry.publish(packed.map(({ tarball }) => tarball))
  return {
    packed,
    digest: hash.digest('hex'),
    async withProject(adopter, use) {
      const project = createProject(mkdtempSync(path.join(folder, 'project-')))
      project.write({
        'package.json': '{ "name": "adopter", "private": true, "type": "module" }',
        '.npmrc': `@runnel:registry=${registry.url}\n`,
      })
      try {
        install(adopter, project)
        return await use(project)
      } finally {
        rmSync(project.folder, { recursive: true, force: true })
      }
    },
    remove() {
      registry.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const install = (adopter: Adopter, project: Project): void => {
  if (adopter.install) {
    adopter.install(project)
    return
  }
  const words = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error']
  project.run('npm', [...words, ...adopter.runnel, ...adopter.packages])
}
