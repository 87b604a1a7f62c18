import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The file of the first of these programs that is installed. */
export const findProgram = (names: readonly string[]): string | undefined => {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return candidates.find((file) => existsSync(file))
}

/** The status of a program that says nothing, once it has ended; undefined where it cannot be started. */
export const runQuietly = (command: string, words: readonly string[], env = process.env) =>
  new Promise<number | undefined>((resolve) => {
    spawn(command, words, { stdio: 'ignore', env })
      .once('error', () => resolve(undefined))
      .once('exit', (status) => resolve(status ?? undefined))
  })

/** Installs a package of Debian's, where this user may. */
export const installFromDebian = async (name: string): Promise<void> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${name} from the packages of this system …`)
  const apt = (...words: string[]) =>
    runQuietly('apt-get', words, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' })
  await apt('update', '-q')
  await apt('install', '-y', '-q', '--no-install-recommends', name)
}
