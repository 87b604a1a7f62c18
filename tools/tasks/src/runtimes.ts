import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A runtime of JavaScript. */
export interface Runtime {
  /** The npm package that holds it, with its version. */
  package: string
  /** Its program, and the words with which it runs a file as Node does. */
  program: string
  words: readonly string[]
}

const node = (version: string): Runtime => ({ package: `node@${version}`, program: 'node', words: [] })

/** Runtimes by name, each in one version. */
export const runtimes: Readonly<Record<string, Runtime>> = {
  'node-20': node('20.20.2'),
  'node-22': node('22.23.3'),
  'node-24': node('24.21.0'),
  bun: { package: 'bun@1.4.5', program: 'bun', words: ['--bun'] },
  deno: { package: 'deno@2.9.6', program: 'deno', words: ['run', '--allow-all'] },
}

const cache = path.join(import.meta.dirname, '../../../.cache/runtimes')

/**
 * Installs a runtime in `.cache` unless it is there, and gives the path of its program.
 *
 * @throws Error with what npm said, when it cannot be installed, or with the names that there are
 */
export const installRuntime = (name: string): string => {
  const runtime = runtimes[name]
  if (!runtime) throw new Error(`No runtime "${name}": expected one of ${Object.keys(runtimes).join(', ')}.`)
  const folder = path.join(cache, runtime.package.replace('@', '-'))
  const program = path.join(folder, 'node_modules/.bin', runtime.program)
  if (existsSync(program)) return program
  console.error(`Installing ${runtime.package} …`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }')
  const words = ['install', '--no-audit', '--no-fund', '--prefer-offline', runtime.package]
  const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' })
  if (status === 0 && existsSync(program)) return program
  throw new Error(`${runtime.package} could not be installed:\n${stderr}`)
}
