import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Packed, packAll } from './packed.ts'
import { type Registry, startRegistry } from './registry.ts'
import { runCommand } from './run-command.ts'

/** The packages as packed, and a user's project that installed them; made once for all checks. */
export interface Workbench {
  /** Packs the packages. */
  pack(): void
  /** Publishes what was packed to a registry on this machine, and installs it from there into an empty project. */
  install(): Promise<void>
  /** A packed package by its name. */
  get(name: string): Packed
  /** Folder of the project. */
  project: string
  /** Writes a file of the project. */
  write(file: string, text: string): void
  /** Runs a command in the project and gives its stdout. */
  run(command: string, words: readonly string[], input?: string): string
  /** Deletes everything. */
  remove(): void
}

/** The part of `package-lock.json` that tells the integrity of each installed package. */
interface Lock {
  packages: Record<string, { integrity?: string } | undefined>
}

/** Makes an empty workbench in the folder for temporary files. */
export const createWorkbench = (): Workbench => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-pack-check-'))
  const project = path.join(folder, 'project')
  const packed = new Map<string, Packed>()
  let registry: Registry | undefined
  mkdirSync(project)
  const write = (file: string, text: string): void => writeFileSync(path.join(project, file), text)
  const run = (command: string, words: readonly string[], input = ''): string =>
    runCommand(command, words, { cwd: project, input })
  return {
    project,
    write,
    run,
    pack() {
      for (const one of packAll(folder)) packed.set(one.name, one)
    },
    async install() {
      registry = await startRegistry(path.join(folder, 'registry'))
      await registry.publish(Array.from(packed.values(), ({ tarball }) => tarball))
      write('package.json', '{ "name": "consumer", "private": true, "type": "module" }')
      write('.npmrc', `@runnel:registry=${registry.url}\n`)
      // All else comes from where it always does, and mostly from the cache.
      const peers = ['rxjs@7.8.2', 'rxjs-9@npm:rxjs@9.0.0-beta.0', 'hono@4.13.19']
      run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packed.keys(), ...peers])
      const lock: Lock = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8'))
      for (const { name, tarball } of packed.values()) {
        const sum = createHash('sha512').update(readFileSync(tarball)).digest('base64')
        // npm's cache might hold what an earlier registry gave at the same port.
        if (lock.packages[`node_modules/${name}`]?.integrity === `sha512-${sum}`) continue
        throw new Error(`${name} as installed is not what was packed`)
      }
    },
    get(name) {
      const one = packed.get(name)
      if (!one) throw new Error(`${name} was not packed`)
      return one
    },
    remove() {
      registry?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
