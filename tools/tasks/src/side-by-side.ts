import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'

/** A program, and what stands above what it has said. */
export interface Program {
  readonly title: string
  readonly command: string
  readonly words: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs programs at once. The first writes where this process does; what the others say is shown after it, one after
 * another, so that no line stands among those of another. Signals to this process go to all of them.
 *
 * @returns whether each ended with status 0
 */
export const sideBySide = async (...programs: readonly Program[]): Promise<boolean[]> => {
  const running = programs.map(({ command, words, env }, index) => {
    const output = index === 0 ? 'inherit' : 'pipe'
    const child = spawn(command, words, {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    })
    const ended = new Promise<boolean>((resolve) => {
      child.once('error', ({ message }) => {
        console.error(message)
        resolve(false)
      })
      child.once('close', (status) => resolve(status === 0))
    })
    const said = Promise.all([child.stdout, child.stderr].map((stream) => stream && buffer(stream)))
    return { child, ended, said }
  })
  const pass = (signal: NodeJS.Signals): void => {
    for (const { child } of running) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  const passed: boolean[] = []
  for (const [index, { ended, said }] of running.entries()) {
    passed.push(await ended)
    if (index > 0) console.log(`\n── ${programs[index].title}`)
    for (const text of await said) if (text) process.stdout.write(text)
  }
  for (const signal of signals) process.off(signal, pass)
  return passed
}
