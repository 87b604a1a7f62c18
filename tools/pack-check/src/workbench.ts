import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Packed, packAll } from './packed.ts'
import { runCommand } from './run-command.ts'

/** The packages as packed, and a user's project that installed them; made once for all checks. */
export interface Workbench {
  /** Packs the packages. */
  pack(): void
  /** Installs what was packed, with npm alone, into an empty project. */
  install(): void
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

/** Makes an empty workbench in the folder for temporary files. */
export const createWorkbench = (): Workbench => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-pack-check-'))
  const project = path.join(folder, 'project')
  const packed = new Map<string, Packed>()
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
    install() {
      write('package.json', '{ "name": "consumer", "private": true, "type": "module" }')
      const tarballs = Array.from(packed.values(), ({ tarball }) => tarball)
      run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs, 'rxjs@7.8.2'])
    },
    get(name) {
      const one = packed.get(name)
      if (!one) throw new Error(`${name} was not packed`)
      return one
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
