import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '@runnel/tasks/free-port'
import { root } from './published.ts'

/** A Worker that `wrangler dev` serves. */
export interface WranglerDev {
  url: string
  stop(): Promise<void>
}

/**
 * Serves the Worker of a folder that has no configuration.
 *
 * @throws Error with what wrangler wrote, when it does not answer within a minute
 */
export const startWranglerDev = async (folder: string, entry: string): Promise<WranglerDev> => {
  const wrangler = path.join(root, 'apps/edge-worker/node_modules/wrangler/bin/wrangler.js')
  const port = String(await freePort())
  const words = ['dev', entry, '--name', 'packed', '--compatibility-date', '2026-10-23', '--ip', '127.0.0.1']
  const quiet = ['--inspector-port', '0', '--log-level', 'error', '--show-interactive-dev-session=false']
  const server = spawn(process.execPath, [wrangler, ...words, '--port', port, ...quiet], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
  })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (output += part))
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; !(await fetch(url).catch(() => undefined)); attempt++) {
    if (attempt > 600 || server.exitCode !== null) {
      await stop()
      throw new Error(`wrangler does not answer:\n${output}`)
    }
    await setTimeout(100)
  }
  return { url, stop }
}
