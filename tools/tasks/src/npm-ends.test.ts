import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freePort } from './free-port.ts'

const root = path.join(import.meta.dirname, '../../..')

const isServed = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  )

// npm passes the signal to a shell, which dies of it and passes it on to nobody.
test.skipIf(process.platform === 'win32')(
  'SIGTERM to npm ends the service that it started',
  async () => {
    const port = await freePort()
    const words = ['start', '--', '--port', String(port)]
    const npm = spawn('npm', words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    npm.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    while (!said.includes('Serving at')) await setTimeout(50)
    expect(await isServed(port)).toBe(true)
    const ended = once(npm, 'exit')
    npm.kill('SIGTERM')
    await ended
    for (let tries = 0; tries < 200 && (await isServed(port)); tries++) await setTimeout(50)
    expect(await isServed(port)).toBe(false)
  },
  60_000,
)
