import { execFile, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '@runnel/tasks/free-port'

/** An npm registry on this machine, for one run. */
export interface Registry {
  url: string
  /** Publishes tarballs as their authors would. */
  publish(tarballs: readonly string[]): Promise<void>
  stop(): void
}

/** Takes the packages of this workspace alone, from anyone, and asks no other registry. */
const configuration = JSON.stringify({
  storage: './storage',
  auth: { htpasswd: { file: './htpasswd' } },
  uplinks: {},
  packages: { '@runnel/*': { access: '$all', publish: '$all' } },
  web: { enable: false },
  max_body_size: '100mb',
  log: { type: 'stdout', format: 'pretty', level: 'error' },
})

/**
 * Starts a registry that keeps everything in `folder`.
 *
 * @throws Error with what it wrote, when it does not answer within a minute
 */
export const startRegistry = async (folder: string): Promise<Registry> => {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const config = path.join(folder, 'config.yaml')
  writeFileSync(config, configuration)
  writeFileSync(path.join(folder, '.npmrc'), `${url.replace('http:', '')}:_authToken=anyone\n`)
  const program = path.join(
    path.dirname(fileURLToPath(import.meta.resolve('verdaccio/package.json'))),
    'bin/verdaccio',
  )
  const words = [program, '--config', config, '--listen', `127.0.0.1:${port}`]
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (output += part))
  const stop = () => server.kill()
  for (let attempt = 0; !(await answers(`${url}-/ping`)); attempt++) {
    if (attempt > 600 || server.exitCode !== null) {
      stop()
      throw new Error(`the registry does not answer:\n${output}`)
    }
    await setTimeout(100)
  }
  const run = promisify(execFile)
  return {
    url,
    async publish(tarballs) {
      const publishOne = (tarball: string) =>
        run('npm', ['publish', tarball, '--registry', url, '--access', 'public'], { cwd: folder })
      await Promise.all(tarballs.map(publishOne))
    },
    stop,
  }
}

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
