import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { freePort } from '@runnel/tasks/free-port'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore } from './store.ts'

const main = path.join(import.meta.dirname, 'main.ts')
const plaintext = 'It was the best of times, it was the worst of times, it was the age of wisdom.'
const ciphertext = 'Lw zdv wkh ehvw ri wlphv, lw zdv wkh zruvw ri wlphv, lw zdv wkh djh ri zlvgrp.'
const subjects = ['lines.a', 'lines.b']

test('without a log and a folder it says what is missing', () => {
  const { status, stderr } = spawnSync(process.execPath, [main], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('which log, and where to store?')
})

// No package for Node has the server; Debian and Ubuntu have one, nats-server.
const serverIsThere = spawnSync('nats-server', ['--version']).status === 0

if (serverIsThere) {
  describe('a NATS server', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'runnel-nats-'))
    const store = path.join(folder, 'store')
    let server: ChildProcess
    let address: string
    beforeAll(async () => {
      const port = await freePort()
      address = `127.0.0.1:${port}`
      const words = ['-js', '-a', '127.0.0.1', '-p', `${port}`, '-sd', path.join(folder, 'log')]
      server = spawn('nats-server', words, { stdio: 'ignore' })
    })
    afterAll(async () => {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      rmSync(folder, { recursive: true })
    })

    const openLog = async () => {
      const connection = await connect({ servers: address, waitOnFirstConnect: true })
      await (await jetstreamManager(connection)).streams.add({ name: 'LINES', subjects: ['lines.>'] })
      const log = jetstream(connection)
      return {
        async publish(text: string) {
          for (const chunk of text.match(/.{1,3}/g) ?? []) {
            for (const subject of subjects) await log.publish(subject, chunk)
          }
        },
        close: () => connection.close(),
      }
    }
    const start = (...words: string[]) =>
      spawn(process.execPath, [main, `nats://${address}/LINES`, store, ...words], { stdio: 'inherit' })

    test('killed again and again, the consumer stores each text whole', async () => {
      const log = await openLog()
      const pieces = [ciphertext.slice(0, 30), ciphertext.slice(30, 60)]
      for (const piece of pieces) {
        const before = openStore(store).latest()
        const child = start()
        const ended = once(child, 'exit')
        await log.publish(piece)
        const hasRead = () => expect(openStore(store).latest()).toBeGreaterThan(before)
        await vi.waitFor(hasRead, { timeout: 60_000, interval: 10 })
        child.kill('SIGKILL')
        await ended
      }
      // What is not final yet would wait for more.
      await log.publish(`${ciphertext.slice(60)}${' '.repeat(30)}`)
      await log.close()
      expect(await once(start('--once'), 'exit')).toEqual([0, null])
      for (const subject of subjects) {
        expect(readFileSync(path.join(store, `${subject}.txt`), 'utf8').trimEnd()).toBe(plaintext)
      }
    })
  })
}
