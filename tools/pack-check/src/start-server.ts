import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/** A server that runs on this machine. */
export interface RunningServer {
  url: string
  stop(): Promise<void>
}

/** A command that serves at `url`, and where it runs. */
export interface ServerCommand {
  command: string
  words: readonly string[]
  url: string
  cwd: string
  env: NodeJS.ProcessEnv
}

/**
 * Starts a server and waits until it answers.
 *
 * @throws Error with what it wrote, when it does not answer within a minute
 */
export const startServer = async ({
  command,
  words,
  url,
  cwd,
  env,
}: ServerCommand): Promise<RunningServer> => {
  const server = spawn(command, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (output += part))
  const hasEnded = (): boolean => server.exitCode !== null || server.signalCode !== null
  const stop = async (): Promise<void> => {
    if (hasEnded()) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  for (let attempt = 0; !(await fetch(url).catch(() => undefined)); attempt++) {
    if (attempt > 600 || hasEnded()) {
      await stop()
      throw new Error(`${command} ${words[0]} does not answer:\n${output}`)
    }
    await setTimeout(100)
  }
  return { url, stop }
}
