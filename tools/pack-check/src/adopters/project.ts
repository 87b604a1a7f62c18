import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '@runnel/tasks/free-port'
import { gzipped } from '../bundle.ts'
import { runCommand } from '../run-command.ts'
import { type RunningServer, startServer } from '../start-server.ts'

/** A user's project, in a folder that is empty at first. */
export interface Project {
  folder: string
  /** Writes files, by their paths in it. */
  write(files: Readonly<Record<string, string>>): void
  /** Runs a program, an absolute path or one that the project has installed, and gives what it printed. */
  run(program: string, words: readonly string[]): string
  /** Runs a program that serves at the port it is told, while `use` goes on. */
  serve<T>(
    program: string,
    words: (port: string) => readonly string[],
    use: (url: string) => Promise<T>,
  ): Promise<T>
  /** Version of an installed package. */
  versionOf(name: string): string
  /** Bytes of the JavaScript in a folder after gzip, each file by itself. */
  gzipped(folder: string): number
  /** Whether JavaScript in a folder has such text. */
  holds(folder: string, text: RegExp): boolean
}

/** Environment of a stranger: options for the Node of this workspace are not for other runtimes. */
const environment = (port?: string): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS, NODE_ENV, ...env } = process.env
  return { ...env, ...(port && { PORT: port }), NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
}

/** Makes a project in a folder, which is there and empty. */
export const createProject = (folder: string): Project => {
  const fileOf = (program: string): string =>
    path.isAbsolute(program) || program === 'npm' ? program : path.join(folder, 'node_modules/.bin', program)
  const scripts = (built: string): Buffer[] =>
    globSync('**/*.{js,mjs}', { cwd: path.join(folder, built) }).map((file) =>
      readFileSync(path.join(folder, built, file)),
    )
  return {
    folder,
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, name)
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
    },
    run: (program, words) => runCommand(fileOf(program), words, { cwd: folder, env: environment() }),
    async serve(program, words, use) {
      const port = String(await freePort())
      const server: RunningServer = await startServer({
        command: fileOf(program),
        words: words(port),
        url: `http://127.0.0.1:${port}`,
        cwd: folder,
        env: environment(port),
      })
      return use(server.url).finally(() => server.stop())
    },
    versionOf: (name) =>
      JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version,
    gzipped: (built) => scripts(built).reduce((sum, script) => sum + gzipped(script), 0),
    holds: (built, text) => scripts(built).some((script) => text.test(script.toString('utf8'))),
  }
}
