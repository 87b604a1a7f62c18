import path from 'node:path'
import { freePort } from '@runnel/tasks/free-port'
import { root } from './published.ts'
import { type RunningServer, startServer } from './start-server.ts'

/** Wrangler's program, as the service of this workspace has it. */
export const wrangler: string = path.join(root, 'apps/edge-worker/node_modules/wrangler/bin/wrangler.js')

/**
 * Serves the Worker of a folder that has no configuration.
 *
 * @throws Error with what wrangler wrote, when it does not answer within a minute
 */
export const startWranglerDev = async (folder: string, entry: string): Promise<RunningServer> => {
  const port = String(await freePort())
  const words = ['dev', entry, '--name', 'packed', '--compatibility-date', '2026-10-23', '--ip', '127.0.0.1']
  const quiet = ['--inspector-port', '0', '--log-level', 'error', '--show-interactive-dev-session=false']
  return startServer({
    command: process.execPath,
    words: [wrangler, ...words, '--port', port, ...quiet],
    url: `http://127.0.0.1:${port}`,
    cwd: folder,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
  })
}
