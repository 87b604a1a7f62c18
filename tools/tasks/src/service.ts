import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '../../../apps/edge-worker')

/** The edge service, running on workerd on this machine. */
export interface Service {
  url: string
  process: ChildProcess
  /** Ends it, and with it workerd. */
  stop(): Promise<void>
  /** Ends all of it at once with SIGKILL, as a crash of the machine would. Not on Windows. */
  kill(): Promise<void>
}

/** Options of the service: its storage, variables and log, and the signal that ends it. */
export interface ServiceOptions {
  signal?: AbortSignal
  /** Folder where sessions are stored; one of wrangler's own unless given. */
  state?: string
  /** Variables that differ from those of wrangler.jsonc. */
  vars?: Record<string, string>
  /** Takes the service's log; it is not written unless given. */
  log?: (text: string) => void
}

/** A port on which something listens already. */
export class PortInUseError extends Error {}

/**
 * Starts the edge service at 127.0.0.1:`port` and waits until it answers.
 *
 * @throws PortInUseError; Error with what wrangler said when it does not come up
 */
export const startService = async (
  port: number,
  { signal, state, vars = {}, log }: ServiceOptions = {},
): Promise<Service> => {
  await assertFree(port)
  const wrangler = path.join(folder, 'node_modules/wrangler/bin/wrangler.js')
  const words = [
    'dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--log-level',
    log ? 'log' : 'error',
    ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ...(state === undefined ? [] : ['--persist-to', state]),
  ]
  const child = spawn(process.execPath, [wrangler, ...words, '--show-interactive-dev-session=false'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: ^C comes here first, and this side ends it in order.
    detached: process.platform !== 'win32',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      log?.(text)
    })
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit')
    process.kill(-(child.pid as number), 'SIGKILL')
    await ended
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await untilHealthy(url, child, signal)
  } catch (error) {
    await stop()
    // Something took it after it was found free here.
    const Fault = /address already in use/i.test(said) ? PortInUseError : Error
    throw new Fault(`${(error as Error).message}\n${said}`.trim(), { cause: error })
  }
  return { url, process: child, stop, kill }
}

const assertFree = async (port: number): Promise<void> => {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EACCES')
      throw new Error(`Port ${port} may not be opened by this user: choose another with --port.`)
    throw new PortInUseError(
      `Port ${port} is in use: end what listens there, or choose another with --port.`,
      {
        cause,
      },
    )
  } finally {
    server.close()
  }
}

const untilHealthy = async (url: string, child: ChildProcess, signal?: AbortSignal): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    signal?.throwIfAborted()
    if (child.exitCode !== null)
      throw new Error(`The service ended with status ${child.exitCode} while starting.`)
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The service did not answer within a minute.')
}
